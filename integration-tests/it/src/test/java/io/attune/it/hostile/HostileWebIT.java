package io.attune.it.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.it.environment.Environment;
import io.attune.it.environment.EnvironmentExtension;
import io.attune.it.load.KafkaFeed;
import io.attune.it.load.TrackingClient;
import io.attune.it.oracle.RecordBooks;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Web events that mean harm end as rejects or as harmless text, over HTTP and over Kafka, and nothing else stops. */
@ExtendWith(EnvironmentExtension.class)
class HostileWebIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int EVENTS_A_REQUEST = 100;

    private final Environment environment;
    private final RecordBooks books;
    private long rejectsBefore;

    HostileWebIT(Environment environment) {
        this.environment = environment;
        this.books = new RecordBooks(environment.database());
    }

    @BeforeEach
    void countRejects() {
        rejectsBefore = books.rejects();
    }

    @AfterEach
    void theHubGoesOn() {
        String message = "after-" + UUID.randomUUID();
        ObjectNode event = HostileEvents.good("after", 0).put("messageId", message);
        assertThat(TrackingClient.of(environment).post("identify", event).statusCode())
                .isEqualTo(200);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> books.events(List.of(message)) == 1 && books.inLedger(List.of(message)) == 1);
        environment.nodes().first().awaitReady();
    }

    @Test
    void keepsOrRejectsEveryHostileFieldOverHttp() {
        List<ObjectNode> events = HostileEvents.every("http-hostile");
        for (int from = 0; from < events.size(); from += EVENTS_A_REQUEST) {
            ObjectNode request = JSON.createObjectNode();
            ArrayNode batch = request.putArray("batch");
            events.subList(from, Math.min(events.size(), from + EVENTS_A_REQUEST))
                    .forEach(batch::add);
            assertThat(TrackingClient.of(environment)
                            .post("batch", ascii(request))
                            .statusCode())
                    .isEqualTo(200);
        }

        awaitEventsAndRejects(events);
    }

    @Test
    void keepsOrRejectsEveryHostileFieldOverKafka() {
        List<ObjectNode> events = HostileEvents.every("kafka-hostile");
        try (KafkaFeed feed = feed()) {
            events.forEach(event -> feed.send("k", ascii(event)));
            feed.flush();
        }

        awaitEventsAndRejects(events);
    }

    @Test
    void refusesWhatIsNoRequest() {
        TrackingClient shop = TrackingClient.of(environment);
        String deep = "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000);
        String big = "{\"messageId\":\"big\",\"userId\":\"u\",\"event\":\"" + "x".repeat(200_000) + "\"}";

        for (String body : List.of("", "{", "nonsense", "[1]", "\"text\"", "\u0000", deep, big)) {
            assertThat(shop.post("track", bytes(body)).statusCode())
                    .as(body.substring(0, Math.min(20, body.length())))
                    .isIn(400, 413);
        }
        assertThat(shop.post("batch", bytes("{\"batch\":{}}")).statusCode()).isEqualTo(400);
        assertThat(shop.post("batch", bytes("{\"batch\":[" + "{},".repeat(3_000) + "{}]}"))
                        .statusCode())
                .isIn(400, 413);
        assertThat(shop.post("batch", new byte[2_000_000]).statusCode()).isIn(400, 413);
        assertThat(shop.post("track", new byte[] {(byte) 0xff, (byte) 0xfe, '{', '}'})
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void rejectsWhatIsNoEventOverKafka() {
        List<byte[]> values = new ArrayList<>(List.of(
                bytes(""),
                bytes("{"),
                bytes("nonsense"),
                bytes("[1]"),
                bytes("\"text\""),
                bytes("null"),
                bytes("{}"),
                bytes("\u0000"),
                bytes("{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000)),
                bytes("{\"messageId\":\"big\",\"userId\":\"u\",\"type\":\"track\",\"event\":\"" + "x".repeat(200_000)
                        + "\"}"),
                new byte[] {(byte) 0xff, (byte) 0xfe, '{', '}'}));
        try (KafkaFeed feed = feed()) {
            values.forEach(value -> feed.send("k", value));
            feed.send("k", null);
            feed.flush();
        }

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(books.rejects() - rejectsBefore)
                        .as("rejects")
                        .isBetween((long) values.size(), values.size() + 1L));
    }

    @Test
    void obeysNoHeaderOfAStranger() {
        String message = "headers-" + UUID.randomUUID();
        ObjectNode event = HostileEvents.good("headers", 0).put("messageId", message);

        var answer = TrackingClient.of(environment)
                .post(
                        "identify",
                        ascii(event),
                        "CamelHttpUri",
                        "http://127.0.0.1:1/",
                        "CamelHttpPath",
                        "/v1/status",
                        "CamelHttpResponseCode",
                        "500",
                        "CamelBeanMethodName",
                        "toString",
                        "CamelToDynamic",
                        "log:x",
                        "CamelKafkaOverrideTopic",
                        "stolen",
                        "kafka.OVERRIDE_TOPIC",
                        "stolen",
                        "kafka.PARTITION_KEY",
                        "99",
                        "CamelExecCommandExecutable",
                        "sh",
                        "attuneSource",
                        "pos",
                        "breadcrumbId",
                        "x");

        assertThat(answer.statusCode()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(30)).until(() -> books.events(List.of(message)) == 1);
    }

    private void awaitEventsAndRejects(List<ObjectNode> events) {
        List<String> messages =
                events.stream().map(event -> event.get("messageId").asText()).toList();
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(books.events(messages) + books.rejects() - rejectsBefore)
                        .as("events and rejects")
                        .isEqualTo(messages.size()));
        assertThat(books.events(messages)).as("harmless text").isPositive();
        assertThat(books.rejects()).as("rejects").isGreaterThan(rejectsBefore);
    }

    private KafkaFeed feed() {
        return new KafkaFeed(environment.sandbox().kafka().bootstrapServers());
    }

    /** Half a character cannot be written as UTF-8, but JSON can name it. */
    private static byte[] ascii(ObjectNode event) {
        StringBuilder text = new StringBuilder();
        for (char each : event.toString().toCharArray()) {
            text.append(each < 128 ? String.valueOf(each) : String.format("\\u%04x", (int) each));
        }
        return bytes(text.toString());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
