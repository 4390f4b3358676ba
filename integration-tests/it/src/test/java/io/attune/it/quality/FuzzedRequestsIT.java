package io.attune.it.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.ingest.Mutations;
import io.attune.it.environment.Environment;
import io.attune.it.environment.EnvironmentExtension;
import io.attune.it.environment.Http;
import io.attune.it.load.KafkaFeed;
import io.attune.it.load.TrackingClient;
import io.attune.it.oracle.RecordBooks;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Thousands of broken requests and messages against a running server: none is answered 500, and no route stands still after. */
@ExtendWith(EnvironmentExtension.class)
class FuzzedRequestsIT {
    private static final int REQUESTS_A_PATH = 700;
    private static final int MESSAGES = 3_000;
    private static final long SEED = 20_260_615;
    private static final String EVENT = """
            {"type":"track","userId":"u1","anonymousId":"a1","event":"Order Completed","timestamp":"2026-05-30T10:00:00Z",\
            "traits":{"email":"ann@example.com","phone":"+4915123456789","address":{"country":"Norway"}},\
            "context":{"timezone":"Europe/Oslo","consent":{"categoryPreferences":{"email_marketing":true}}},\
            "properties":{"order_id":"o1","total":12.5,"currency":"EUR","products":[{"product_id":"P1","price":12.5,"quantity":1}]}}""";

    private final Environment environment;
    private final RecordBooks books;
    private final Mutations mutations = new Mutations(SEED);

    FuzzedRequestsIT(Environment environment) {
        this.environment = environment;
        this.books = new RecordBooks(environment.database());
    }

    @Test
    void everyRequestIsTakenOrRefused() {
        String key = environment.sandbox().secrets().webWriteKey();
        URI hub = environment.nodes().first().node().url();
        TrackingClient shop = TrackingClient.of(environment);
        Map<Integer, Integer> answers = new TreeMap<>();
        for (int number = 0; number < REQUESTS_A_PATH; number++) {
            count(answers, shop.post("track", mutations.of(EVENT)).statusCode());
            count(
                    answers,
                    shop.post("batch", mutations.of("{\"batch\":[" + EVENT + "]}"))
                            .statusCode());
            count(
                    answers,
                    post(
                            hub.resolve("/mp/collect?api_secret=" + key),
                            mutations.of("{\"client_id\":\"c\",\"events\":[{\"name\":\"purchase\",\"params\":{}}]}")));
            String data = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mutations.of("{\"writeKey\":\"" + key + "\",\"anonymousId\":\"a\"}"));
            count(
                    answers,
                    Http.send(Http.request(hub.resolve("/pixel.gif?data=" + data))
                                    .build())
                            .statusCode());
        }

        assertThat(answers.keySet()).as("answers %s", answers).isSubsetOf(List.of(200, 204, 400, 401, 413));
        assertThat(answers.get(400)).as("refused").isPositive();
        theHubGoesOn();
    }

    @Test
    void everyMessageIsReadAndTheOneBehindThemToo() throws Exception {
        String message = "after-" + UUID.randomUUID();
        try (KafkaFeed feed = new KafkaFeed(environment.sandbox().kafka().bootstrapServers())) {
            for (int number = 0; number < MESSAGES; number++) {
                feed.send("fuzzed", mutations.of(EVENT));
            }
            feed.send("fuzzed", good(message).toString().getBytes(StandardCharsets.UTF_8));
            feed.flush();
        }

        await().atMost(Duration.ofSeconds(90)).until(() -> books.events(List.of(message)) == 1);
        environment.nodes().first().awaitReady();
    }

    private void theHubGoesOn() {
        String message = "after-" + UUID.randomUUID();
        assertThat(TrackingClient.of(environment).post("track", good(message)).statusCode())
                .isEqualTo(200);
        await().atMost(Duration.ofSeconds(60)).until(() -> books.events(List.of(message)) == 1);
        environment.nodes().first().awaitReady();
    }

    private static ObjectNode good(String message) {
        return new ObjectMapper()
                .createObjectNode()
                .put("type", "track")
                .put("event", "Fuzz Over")
                .put("messageId", message)
                .put("anonymousId", message);
    }

    private static int post(URI uri, byte[] body) {
        return Http.send(Http.request(uri)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build())
                .statusCode();
    }

    private static void count(Map<Integer, Integer> answers, int status) {
        answers.merge(status, 1, Integer::sum);
    }
}
