package io.attune.it.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.command.HubClient;
import io.attune.command.user.Role;
import io.attune.it.environment.Environment;
import io.attune.it.environment.EnvironmentExtension;
import io.attune.it.environment.Http;
import io.attune.it.load.TrackingClient;
import io.attune.scoring.FeatureStatistics;
import io.attune.scoring.ModelCard;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A version as a browser's form or {@code curl -F} uploads it, and what it says as a challenger, before it decides anything. */
@ExtendWith(EnvironmentExtension.class)
class UploadedModelIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String VERSIONS = "/v1/models/churn/versions";
    private static final String VERSION = "of-uploaded-model-it";
    private static final String BOUNDARY = "------------------------d74496d66958873e";
    private static final String FORM = "multipart/form-data; boundary=" + BOUNDARY;

    private final Environment environment;
    private final Path churn;
    private final HubClient engineer;
    private final HubClient viewer;
    private final String champion;

    UploadedModelIT(Environment environment) throws IOException {
        this.environment = environment;
        churn = environment.home().resolve("mojo-models/registry/churn");
        engineer = environment.client(Role.ENGINEER);
        viewer = environment.client(Role.VIEWER);
        champion = Files.readString(churn.resolve("champion")).strip();
    }

    @AfterEach
    void leaveTheRegistryAsItWas() throws IOException {
        if (Files.isDirectory(churn.resolve(VERSION))) {
            send(post(VERSIONS + "/" + VERSION + "/retire", Role.ENGINEER, "application/json", new byte[0]));
            Files.delete(churn.resolve(VERSION).resolve("model.zip"));
            Files.delete(churn.resolve(VERSION).resolve("card.json"));
            Files.delete(churn.resolve(VERSION));
        }
        Files.deleteIfExists(churn.resolve("challengers"));
        engineer.post("/v1/definitions/reload");
    }

    @Test
    void aFormUploadsAChallengerThatSaysWhatItImputedAndIsComparedWithTheChampion() throws IOException {
        byte[] form = form("file", imputingVersion());
        assertThat(send(post(VERSIONS, Role.VIEWER, FORM, form)).statusCode()).isEqualTo(403);
        HttpResponse<String> uploaded = send(post(VERSIONS, Role.ENGINEER, FORM, form));
        assertThat(uploaded.statusCode()).as(uploaded.body()).isEqualTo(201);
        assertThat(JSON.readTree(uploaded.body()).path("version").asText()).isEqualTo(VERSION);
        engineer.post(VERSIONS + "/" + VERSION + "/challenge");

        JsonNode outputs =
                infer("/v2/models/churn/versions/" + VERSION + "/infer").path("outputs");
        assertThat(outputs.findValuesAsText("name")).containsExactly("score", "reason", "imputed");
        JsonNode scores = outputs.get(0).path("data");
        assertThat(scores.get(0).isNumber()).isTrue();
        assertThat(scores.get(1).isNumber()).isTrue();
        assertThat(scores.get(2).isNull()).isTrue();
        assertThat(outputs.get(1).path("data").get(2).asText()).contains("days_since_last_order is missing");
        assertThat(outputs.get(2).path("data").toString()).isEqualTo("[\"\",\"orders_90d\",\"\"]");
        JsonNode ofChampion = infer("/v2/models/churn/infer");
        assertThat(ofChampion.path("model_version").asText()).isEqualTo(champion);
        assertThat(ofChampion.path("outputs").findValuesAsText("name")).containsExactly("score", "reason");

        buy();
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            JsonNode shadow = viewer.get("/v1/models/churn/shadow").path(0);
            assertThat(shadow.path("challenger").asText()).isEqualTo(VERSION);
            assertThat(shadow.path("profiles").asLong()).isPositive();
        });
    }

    @Test
    void whatIsDamagedForeignOrTooLargeIsRefusedAndTheChampionStays() throws IOException {
        byte[] version = imputingVersion();
        version[version.length / 2] ^= 1;
        refused(422, form("file", version));
        refused(422, form("file", "no model".getBytes(StandardCharsets.UTF_8)));
        refused(400, form("model", version));
        refused(400, "no form".getBytes(StandardCharsets.UTF_8));
        refused(413, form("file", new byte[(64 << 20) + 1]));

        HttpResponse<String> fromElsewhere = send(Http.request(uri(VERSIONS + "/" + champion + "/promote"))
                .header("Authorization", Http.basic(environment.user(Role.ENGINEER)))
                .header("Content-Type", "text/plain")
                .header("Origin", "https://evil.example.com")
                .POST(HttpRequest.BodyPublishers.ofString(""))
                .build());
        assertThat(fromElsewhere.statusCode()).isEqualTo(403);
        assertThat(fromElsewhere.body()).contains("another site");

        assertThat(infer("/v2/models/churn/infer").path("model_version").asText())
                .isEqualTo(champion);
        assertThat(viewer.get("/v1/models").toString()).doesNotContain(VERSION);
    }

    @Test
    void theInterfacesDescriptionTellsHowToUpload() throws IOException {
        HttpResponse<String> openApi = send(Http.request(uri("/openapi"))
                .header("Authorization", Http.basic(environment.user(Role.VIEWER)))
                .header("Accept", "application/json")
                .build());
        JsonNode content = JSON.readTree(openApi.body())
                .path("paths")
                .path("/v1/models/{model}/versions")
                .at("/post/requestBody/content");

        assertThat(content.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("application/zip", "application/octet-stream", "multipart/form-data");
        JsonNode form = content.path("multipart/form-data").path("schema");
        assertThat(form.at("/properties/file/format").asText()).isEqualTo("binary");
        assertThat(form.at("/properties/map/type").asText()).isEqualTo("array");
        assertThat(form.path("required").toString()).isEqualTo("[\"file\"]");
    }

    private void refused(int status, byte[] form) {
        HttpResponse<String> answer = send(post(VERSIONS, Role.ENGINEER, FORM, form));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    }

    /** The champion's files as a version that puts a value where orders_90d is missing. */
    private byte[] imputingVersion() throws IOException {
        ObjectNode card = (ObjectNode)
                JSON.readTree(churn.resolve(champion).resolve("card.json").toFile());
        card.put("version", VERSION).putObject("imputations").put("orders_90d", 4.0);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : Map.of(
                            "model.zip",
                                    Files.readAllBytes(churn.resolve(champion).resolve("model.zip")),
                            "card.json", card.toString().getBytes(StandardCharsets.UTF_8))
                    .entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] form(String part, byte[] content) throws IOException {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.write(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + part
                        + "\"; filename=\"model.zip\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        form.write(content);
        form.write(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return form.toByteArray();
    }

    /** Three rows: a whole one, one without orders_90d, and one without what the model requires. */
    private JsonNode infer(String path) throws IOException {
        ObjectNode request = JSON.createObjectNode();
        ArrayNode inputs = request.putArray("inputs");
        for (FeatureStatistics feature :
                ModelCard.read(churn.resolve(champion).resolve("card.json")).features()) {
            ObjectNode tensor = inputs.addObject().put("name", feature.name()).put("datatype", "FP64");
            tensor.putArray("shape").add(3);
            ArrayNode data = tensor.putArray("data").add(feature.mean());
            add(data, !feature.name().equals("orders_90d"), feature.mean());
            add(data, !feature.name().equals("days_since_last_order"), feature.mean());
        }
        HttpResponse<String> answer = send(
                post(path, Role.VIEWER, "application/json", request.toString().getBytes(StandardCharsets.UTF_8)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static void add(ArrayNode data, boolean present, double value) {
        if (present) {
            data.add(value);
        } else {
            data.addNull();
        }
    }

    private void buy() {
        ObjectNode order = JSON.createObjectNode()
                .put("type", "track")
                .put("messageId", VERSION)
                .put("userId", VERSION)
                .put("event", "Order Completed")
                .put("timestamp", Instant.now(Clock.systemUTC()).toString());
        order.putObject("properties").put("order_id", VERSION).put("total", 9).put("currency", "EUR");
        TrackingClient.of(environment).post("track", order);
    }

    private HttpRequest post(String path, Role role, String type, byte[] body) {
        return Http.request(uri(path))
                .header("Authorization", Http.basic(environment.user(role)))
                .header("Content-Type", type)
                .version(HttpClient.Version.HTTP_1_1)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    private URI uri(String path) {
        return environment.nodes().first().node().url().resolve(path);
    }

    private static HttpResponse<String> send(HttpRequest request) {
        return Http.send(request);
    }
}
