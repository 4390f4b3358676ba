package io.attune.delivery;

import static io.attune.delivery.OutboxFixture.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attune.database.PostgresDatabase;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class MessageDeliveryTest {

    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase();

    @TempDir
    static Path folder;

    private OutboxFixture fixture;
    private MessageDelivery mandrill;
    private String token;
    private Exchange exchange;

    @BeforeEach
    void claim() {
        POSTGRES.clear();
        fixture = new OutboxFixture(POSTGRES, folder);
        mandrill = delivery(claim -> new Content.Email("Hi", "<p>Hi</p>", "Hi"));
        token = fixture.readers.pending(
                fixture.readers.emailReader("ada@example.com", START), "mailchimp", "a", START, Duration.ofDays(1));
        exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.getMessage().setBody(fixture.outbox.claim("mailchimp", 1).get(0));
        exchange.getMessage().setHeader("CamelHttpUri", "http://elsewhere.example");
    }

    private MessageDelivery delivery(MessageComposer composer) {
        return new MessageDelivery(
                new MandrillChannel(
                        new MandrillSettings("k", "hello@shop.example", "Shop", URI.create("https://hub.example"))),
                composer,
                fixture.outbox);
    }

    @Test
    void becomesTheCallAndRecordsItsAnswer() throws Exception {
        mandrill.prepare(exchange);
        assertThat(exchange.getProperty("attuneSend")).isEqualTo(true);
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry(Exchange.HTTP_METHOD, "POST")
                .containsEntry(Exchange.HTTP_PATH, "/messages/send")
                .doesNotContainKey("CamelHttpUri");

        answer(200, "[{\"status\":\"sent\",\"_id\":\"m1\"}]");
        mandrill.verify(exchange);
        mandrill.answered(exchange);

        assertThat(fixture.readers.state(token)).isEqualTo("sent");
        assertThat(exchange.getMessage().getBody()).isNull();
    }

    @Test
    void countsServerErrorsAgainstTheBreakerAndStillKnowsTheAnswer() throws Exception {
        mandrill.prepare(exchange);
        answer(429, "");

        assertThatThrownBy(() -> mandrill.verify(exchange))
                .isInstanceOfSatisfying(ChannelUnavailable.class, refused -> {
                    exchange.setProperty(ExchangePropertyKey.EXCEPTION_CAUGHT, refused);
                });
        mandrill.answered(exchange);

        assertThat(fixture.readers.state(token)).isEqualTo("pending");
        assertThat(fixture.readers.reason(token)).isEqualTo("HTTP 429");
    }

    @Test
    void doesNotKnowWhatATimeOutDid() throws Exception {
        mandrill.prepare(exchange);
        exchange.setProperty(ExchangePropertyKey.EXCEPTION_CAUGHT, new SocketTimeoutException("read"));
        mandrill.answered(exchange);

        assertThat(fixture.readers.state(token)).isEqualTo("unknown");
        assertThat(fixture.outbox.claim("mailchimp", 1)).isEmpty();
    }

    @Test
    void triesAgainWhatNeverLeft() throws Exception {
        mandrill.prepare(exchange);
        exchange.setProperty(ExchangePropertyKey.EXCEPTION_CAUGHT, new ConnectException("refused"));
        mandrill.answered(exchange);

        assertThat(fixture.readers.state(token)).isEqualTo("pending");
    }

    @Test
    void triesAgainWhatTheOpenBreakerHeldBack() throws Exception {
        mandrill.prepare(exchange);
        exchange.setProperty(ExchangePropertyKey.CIRCUIT_BREAKER_RESPONSE_SHORT_CIRCUITED, true);
        mandrill.answered(exchange);

        assertThat(fixture.readers.state(token)).isEqualTo("pending");
        assertThat(fixture.readers.reason(token)).isEqualTo("circuit breaker open");
    }

    @Test
    void lostAnswerIsUnknownAlthoughCamelCallsItsFallbackShortCircuited() throws Exception {
        mandrill.prepare(exchange);
        exchange.setProperty(ExchangePropertyKey.CIRCUIT_BREAKER_RESPONSE_SHORT_CIRCUITED, true);
        exchange.setProperty(ExchangePropertyKey.EXCEPTION_CAUGHT, new SocketTimeoutException("read"));
        mandrill.answered(exchange);

        assertThat(fixture.readers.state(token)).isEqualTo("unknown");
    }

    @Test
    void endsWhatCannotBeWritten() throws Exception {
        delivery(claim -> {
                    throw new UncomposableException("no such campaign");
                })
                .prepare(exchange);

        assertThat(exchange.getProperty("attuneSend")).isEqualTo(false);
        assertThat(fixture.readers.state(token)).isEqualTo("failed");
        assertThat(fixture.readers.reason(token)).isEqualTo("no such campaign");
    }

    private void answer(int status, String body) {
        exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        exchange.getMessage().setBody(body);
    }
}
