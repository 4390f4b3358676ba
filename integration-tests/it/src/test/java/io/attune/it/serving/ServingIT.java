package io.attune.it.serving;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.command.HubClient;
import io.attune.command.user.Role;
import io.attune.it.environment.Environment;
import io.attune.it.environment.EnvironmentExtension;
import io.attune.it.environment.Http;
import io.attune.scoring.ModelRegistry;
import io.attune.scoring.Score;
import io.attune.scoring.Scorer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Scores over HTTP, and changes of the version that gives them while people ask. */
@ExtendWith(EnvironmentExtension.class)
class ServingIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ANSWERS_AFTER_EACH_CHANGE = 200;
    private static final String SECOND = "of-serving-it";

    private final Environment environment;
    private final Path churn;
    private final HubClient engineer;
    private final String first;

    ServingIT(Environment environment) throws IOException {
        this.environment = environment;
        churn = environment.home().resolve("mojo-models/registry/churn");
        engineer = environment.client(Role.ENGINEER);
        first = Files.readString(churn.resolve("champion")).strip();
    }

    @AfterEach
    void leaveTheRegistryAsItWas() throws IOException {
        Files.deleteIfExists(churn.resolve("history"));
        Path second = churn.resolve(SECOND);
        if (Files.isDirectory(second)) {
            Files.delete(second.resolve("model.zip"));
            Files.delete(second.resolve("card.json"));
            Files.delete(second);
        }
        engineer.post("/v1/definitions/reload");
    }

    @Test
    void scoresAsInProcessAndRefusesInTheFormOfTheProtocol() throws IOException {
        Scorer scorer = ModelRegistry.open(environment.home().resolve("mojo-models/registry"))
                .champion("churn")
                .orElseThrow();
        JsonNode answer = JSON.readTree(infer("churn", row(scorer)).body());
        Score inProcess = scorer.score(typical(scorer));

        assertThat(inProcess)
                .isInstanceOfSatisfying(
                        Score.Value.class,
                        value -> assertThat(answer.path("outputs")
                                        .path(0)
                                        .path("data")
                                        .path(0)
                                        .asDouble())
                                .isEqualTo(value.value()));
        HttpResponse<String> unknown = infer("rain", "{}");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(JSON.readTree(unknown.body()).path("error").asText()).contains("no model rain");
        HttpResponse<String> broken = infer("churn", "{\"inputs\": [");
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(broken.body()).path("error").asText()).contains("line 1");
        assertThat(environment
                        .client(Role.VIEWER)
                        .get("/v2/health/ready")
                        .path("ready")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void noChangeOfTheChampionInterruptsWhoeverAsks() throws IOException, InterruptedException {
        Scorer scorer = ModelRegistry.open(environment.home().resolve("mojo-models/registry"))
                .champion("churn")
                .orElseThrow();
        try (InferenceLoad load = new InferenceLoad(environment, row(scorer))) {
            expect(load, first);

            byte[] upload = secondVersion();
            engineer.post("/v1/models/churn/versions", "application/zip", upload);
            engineer.post("/v1/models/churn/versions/" + SECOND + "/promote");
            expect(load, SECOND);

            engineer.post("/v1/models/churn/rollback");
            expect(load, first);

            upload[upload.length / 2] ^= 1;
            assertThat(upload("churn", upload).statusCode()).isEqualTo(422);
            expect(load, first);

            byte[] model = Files.readAllBytes(churn.resolve(first).resolve("model.zip"));
            Files.delete(churn.resolve(first).resolve("model.zip"));
            JsonNode report = engineer.post("/v1/definitions/reload");
            assertThat(report.path("problems").toString()).contains("model churn");
            expect(load, first);
            Files.write(churn.resolve(first).resolve("model.zip"), model);
        }
    }

    private static void expect(InferenceLoad load, String version) throws InterruptedException {
        load.await(ANSWERS_AFTER_EACH_CHANGE);
        assertThat(load.failures()).isEmpty();
        assertThat(load.version()).isEqualTo(version);
    }

    private byte[] secondVersion() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("model.zip"));
            zip.write(Files.readAllBytes(churn.resolve(first).resolve("model.zip")));
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("card.json"));
            ObjectNode card = (ObjectNode)
                    JSON.readTree(churn.resolve(first).resolve("card.json").toFile());
            zip.write(card.put("version", SECOND).toString().getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    private static String row(Scorer scorer) {
        ObjectNode request = JSON.createObjectNode();
        ArrayNode inputs = request.putArray("inputs");
        typical(scorer).forEach((name, value) -> {
            ObjectNode tensor = inputs.addObject().put("name", name).put("datatype", "FP64");
            tensor.putArray("shape").add(1);
            tensor.putArray("data").add(value);
        });
        return request.toString();
    }

    private static Map<String, Double> typical(Scorer scorer) {
        Map<String, Double> row = new HashMap<>();
        scorer.card().features().forEach(feature -> row.put(feature.name(), feature.mean()));
        return row;
    }

    private HttpResponse<String> infer(String model, String body) {
        return Http.send(request("/v2/models/" + model + "/infer", Role.VIEWER)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private HttpResponse<String> upload(String model, byte[] body) {
        return Http.send(request("/v1/models/" + model + "/versions", Role.ENGINEER)
                .header("Content-Type", "application/zip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
    }

    private HttpRequest.Builder request(String path, Role role) {
        return Http.request(environment.nodes().first().node().url().resolve(path))
                .header("Authorization", Http.basic(environment.user(role)));
    }
}
