package io.attune.it.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.segment.analytics.Analytics;
import com.segment.analytics.messages.AliasMessage;
import com.segment.analytics.messages.GroupMessage;
import com.segment.analytics.messages.IdentifyMessage;
import com.segment.analytics.messages.MessageBuilder;
import com.segment.analytics.messages.PageMessage;
import com.segment.analytics.messages.ScreenMessage;
import com.segment.analytics.messages.TrackMessage;
import io.attune.command.Credentials;
import io.attune.it.environment.Environment;
import io.attune.it.environment.EnvironmentExtension;
import io.attune.it.environment.Http;
import io.attune.it.oracle.RecordBooks;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What speaks to Segment, Google Analytics or Mixpanel speaks to the hub. */
@ExtendWith(EnvironmentExtension.class)
class CollectorIT {
    private static final Duration SOON = Duration.ofMinutes(1);

    private final Environment environment;
    private final RecordBooks books;

    CollectorIT(Environment environment) {
        this.environment = environment;
        this.books = new RecordBooks(environment.database());
    }

    @Test
    void takesWhatSegmentsOwnClientSends() {
        List<String> messages = new ArrayList<>();
        Analytics analytics = Analytics.builder(key())
                .endpoint(hub().toString())
                .flushQueueSize(20)
                .build();
        List<MessageBuilder<?, ?>> calls = List.of(
                IdentifyMessage.builder().traits(Map.of("firstName", "Ada")),
                TrackMessage.builder("Product Viewed").properties(Map.of("product_id", "P1")),
                PageMessage.builder("Home"),
                ScreenMessage.builder("Home"),
                GroupMessage.builder("a-group"),
                AliasMessage.builder("segment-visitor"));
        for (MessageBuilder<?, ?> call : calls) {
            String id = "segment-client-" + messages.size();
            messages.add(id);
            analytics.enqueue(call.userId("segment-user").messageId(id));
        }
        analytics.flush();

        await().atMost(SOON).until(() -> books.events(messages), events -> events == messages.size());
        analytics.shutdown();
    }

    @Test
    void takesCompressedBodiesAndRefusesBrokenOnes() throws IOException {
        String batch = "{\"batch\":[{\"type\":\"page\",\"messageId\":\"compressed\",\"anonymousId\":\"c\"}]}";

        assertThat(compressed(gzip(batch)).body()).isEqualTo("{\"success\":true}");
        assertThat(compressed("no gzip".getBytes(StandardCharsets.UTF_8)).statusCode())
                .isEqualTo(400);
        await().atMost(SOON).until(() -> books.events(List.of("compressed")), events -> events == 1);
    }

    @Test
    void refusesACompressedFlood() throws IOException {
        String flood = "{\"batch\":[\"" + "x".repeat(50_000_000) + "\"]}";

        assertThat(compressed(gzip(flood)).statusCode()).isEqualTo(400);
    }

    @Test
    void letsEveryPageCallTheWayInAndNothingElse() {
        HttpResponse<String> asked = preflight("/v1/batch");

        assertThat(asked.statusCode()).isEqualTo(204);
        assertThat(asked.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(asked.headers().firstValue("Access-Control-Allow-Headers"))
                .hasValueSatisfying(headers -> assertThat(headers).contains("Authorization"));
        assertThat(preflight("/v1/status").headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
        assertThat(preflight("/v1/feedback/mandrill").headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void takesTheFormsOfOtherTools() {
        String ga4 = "{\"client_id\":\"g\",\"events\":[{\"name\":\"purchase\",\"params\":"
                + "{\"transaction_id\":\"collector-1\",\"value\":5,\"currency\":\"EUR\"}}]}";
        String mixpanel = "[{\"event\":\"Product Viewed\",\"properties\":{\"time\":" + System.currentTimeMillis()
                + ",\"distinct_id\":\"m\",\"$insert_id\":\"mixpanel-1\"}}]";
        String pixel = Base64.getUrlEncoder()
                .encodeToString(("{\"writeKey\":\"" + key() + "\",\"messageId\":\"pixel-1\",\"anonymousId\":\"p\"}")
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(post("/mp/collect?measurement_id=G-1&api_secret=" + key(), ga4)
                        .statusCode())
                .isEqualTo(204);
        assertThat(post("/import?strict=1", mixpanel).statusCode()).isEqualTo(200);
        HttpResponse<String> image = Http.send(
                Http.request(hub().resolve("/pixel.gif?data=" + pixel)).build());
        assertThat(image.statusCode()).isEqualTo(200);
        assertThat(image.headers().firstValue("Content-Type")).contains("image/gif");
        List<String> messages = List.of("purchase:collector-1", "mixpanel-1", "pixel-1");
        await().atMost(SOON).until(() -> books.events(messages), events -> events == messages.size());
    }

    private HttpResponse<String> post(String path, String body) {
        return Http.send(Http.request(hub().resolve(path))
                .header("Authorization", Http.basic(new Credentials(key(), "")))
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private HttpResponse<String> compressed(byte[] body) {
        return Http.send(Http.request(hub().resolve("/v1/batch"))
                .header("Authorization", Http.basic(new Credentials(key(), "")))
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(body))
                .build());
    }

    private HttpResponse<String> preflight(String path) {
        HttpRequest request = Http.request(hub().resolve(path))
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", "https://shop.example.com")
                .header("Access-Control-Request-Method", "POST")
                .build();
        return Http.send(request);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream compressed = new GZIPOutputStream(bytes)) {
            compressed.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private String key() {
        return environment.sandbox().secrets().webWriteKey();
    }

    private URI hub() {
        return environment.nodes().first().node().url();
    }
}
