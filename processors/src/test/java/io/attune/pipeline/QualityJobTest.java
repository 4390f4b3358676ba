package io.attune.pipeline;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attune.error.AttuneException;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a webhook did not take is not noted as told: here there is nothing that could note it. */
class QualityJobTest {
    private final QualityJob job = new QualityJob(null, null, null, Optional.empty(), () -> true);

    @ParameterizedTest
    @ValueSource(ints = {301, 401, 404, 429, 500, 503})
    void aWebhookThatDoesNotSaySuccessHasNotTakenIt(int status) {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        exchange.getMessage().setHeader(Exchange.HTTP_URI, "https://chat.example.com/hooks/t0p-s3cret");

        assertThatThrownBy(() -> job.told(exchange))
                .isInstanceOf(AttuneException.class)
                .hasMessage("the webhook of attune.quality.webhook-url answered " + status + "; it is told again");
    }
}
