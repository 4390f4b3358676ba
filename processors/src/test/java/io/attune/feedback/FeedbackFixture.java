package io.attune.feedback;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.consent.SuppressionStore;
import io.attune.database.PostgresDatabase;
import io.attune.delivery.Json;
import io.attune.delivery.OutboxFixture;
import io.attune.delivery.Readers;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A hub that has written to people, for tests of what comes back; each extends this. */
abstract class FeedbackFixture {
    static final String HUB = "https://hub.example";
    static final String NUMBER = "+4915123456789";

    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase();

    @TempDir
    static Path folder;

    OutboxFixture fixture;
    Readers readers;
    Feedback feedback;

    @BeforeEach
    void begin() {
        POSTGRES.clear();
        fixture = new OutboxFixture(POSTGRES, folder);
        readers = fixture.readers;
        feedback = new Feedback(
                new FeedbackSettings(
                        URI.create(HUB), Optional.of("mandrill"), Optional.of("twilio"), Optional.of("mailchimp")),
                POSTGRES.database(),
                fixture.receipts,
                new SuppressionStore(),
                fixture.encryption,
                fixture.clock);
    }

    static Exchange exchange(String body, String header, String value) {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.getMessage().setBody(body);
        exchange.getMessage().setHeader(header, value);
        return exchange;
    }

    static List<JsonNode> records(Exchange exchange) {
        List<?> records = exchange.getMessage().getBody(List.class);
        return records.stream()
                .map(FeedbackRecord.class::cast)
                .map(record -> Json.read(record.json()).orElseThrow())
                .toList();
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
