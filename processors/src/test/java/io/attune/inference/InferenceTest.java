package io.attune.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.scoring.FeatureStatistics;
import io.attune.scoring.ModelRegistry;
import io.attune.scoring.Score;
import io.attune.scoring.Scorer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that come as tensors get the scores that the same vectors get in the profile route, or a reason, or an error. */
class InferenceTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ROWS = 200;

    private final ModelRegistry registry = ModelRegistry.open(Path.of("../mojo-models/registry"));
    private final Scorer churn = registry.champion("churn").orElseThrow();
    private final Inference inference = new Inference(registry, () -> "release-1");
    private final Random random = new Random(5);

    @Test
    void everyInputInATensorOfItsOwnGetsTheScoresOfTheRoute() throws IOException {
        List<Map<String, Double>> vectors = vectors();
        ObjectNode request = JSON.createObjectNode().put("id", "call-7");
        ArrayNode inputs = request.putArray("inputs");
        for (String input : churn.inputs()) {
            ArrayNode data = tensor(inputs, input, "FP64", ROWS).putArray("data");
            vectors.forEach(vector -> data.add(vector.get(input)));
        }

        JsonNode answer = infer(request.toString());

        assertThat(answer.path("id").asText()).isEqualTo("call-7");
        assertThat(answer.path("model_name").asText()).isEqualTo("churn");
        assertThat(answer.path("parameters").path("release").asText()).isEqualTo("release-1");
        expectScoresOf(vectors, answer);
    }

    @Test
    void allInputsInOneTensorGetTheSame() throws IOException {
        List<Map<String, Double>> vectors = vectors();
        ObjectNode request = JSON.createObjectNode();
        ObjectNode tensor = tensor(request.putArray("inputs"), "features", "FP64", ROWS);
        tensor.withArray("shape").add(churn.inputs().size());
        ArrayNode data = tensor.putArray("data");
        for (Map<String, Double> vector : vectors) {
            ArrayNode row = data.addArray();
            churn.inputs().forEach(input -> row.add(vector.get(input)));
        }

        expectScoresOf(vectors, infer(request.toString()));
        expectScoresOf(vectors, infer(request.toString().replace("null", "NaN")));
    }

    @Test
    void aRowThatLacksWhatTheModelRequiresGetsNoScoreButTheReason() throws IOException {
        JsonNode answer = infer("""
                {"inputs": [{"data": [null, 3], "shape": [2], "datatype": "INT32", "name": "days_since_last_order"}]}
                """);

        JsonNode score = answer.path("outputs").get(0);
        assertThat(score.path("name").asText()).isEqualTo("score");
        assertThat(score.path("shape").toString()).isEqualTo("[2]");
        assertThat(score.path("data").toString()).isEqualTo("[null,null]");
        JsonNode reason = answer.path("outputs").get(1);
        assertThat(reason.path("datatype").asText()).isEqualTo("BYTES");
        assertThat(reason.path("data").get(0).asText()).contains("days_since_last_order is missing");
        assertThat(reason.path("data").get(1).asText()).contains("only 1 of the");
    }

    /** The shipped model, whose card is made to ask for a value where one is missing. */
    @Test
    void saysForWhichInputsTheModelPutAValueOfItsOwn(@TempDir Path folder) throws IOException {
        Inference imputing = new Inference(ModelRegistry.open(imputingRegistry(folder)), () -> "release-1");
        ObjectNode request = JSON.createObjectNode();
        ArrayNode inputs = request.putArray("inputs");
        for (FeatureStatistics feature : churn.card().features()) {
            ArrayNode data = tensor(inputs, feature.name(), "FP64", 3).putArray("data");
            boolean required = feature.name().equals("days_since_last_order");
            data.add(feature.mean()).add(feature.name().equals("orders_90d") ? null : feature.mean());
            data.add(required ? null : feature.mean());
        }

        JsonNode answer = JSON.readTree(imputing.infer("churn", Optional.empty(), body(request.toString())));

        assertThat(answer.path("outputs").findValuesAsText("name")).containsExactly("score", "reason", "imputed");
        JsonNode imputed = answer.path("outputs").get(2);
        assertThat(imputed.path("datatype").asText()).isEqualTo("BYTES");
        assertThat(imputed.path("data").toString()).isEqualTo("[\"\",\"orders_90d\",\"\"]");
        assertThat(infer(request.toString()).path("outputs").findValuesAsText("name"))
                .as("a model that puts none says nothing of it")
                .containsExactly("score", "reason");
    }

    private Path imputingRegistry(Path folder) throws IOException {
        Path shipped = Path.of("../mojo-models/registry/churn", churn.card().version());
        Path version = Files.createDirectories(folder.resolve("churn/1"));
        Files.copy(shipped.resolve("model.zip"), version.resolve("model.zip"));
        ObjectNode card =
                (ObjectNode) JSON.readTree(shipped.resolve("card.json").toFile());
        card.putObject("imputations").put("orders_90d", 4.0).put("days_since_last_order", 9.0);
        JSON.writeValue(version.resolve("card.json").toFile(), card);
        Files.writeString(folder.resolve("churn/champion"), "1");
        return folder;
    }

    @Test
    void givesOnlyTheOutputsThatAreAskedFor() throws IOException {
        JsonNode answer = infer("""
                {"outputs": [{"name": "reason"}],
                 "inputs": [{"name": "days_since_last_order", "shape": [1, 1], "datatype": "FP32", "data": [[3.5]]}]}
                """);

        assertThat(answer.path("outputs")).hasSize(1);
        assertThat(answer.path("outputs").get(0).path("name").asText()).isEqualTo("reason");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                                                            | inputs is missing
            []                                                                                            | no JSON object
            {"inputs": [                                                                                  | line 1, column
            {"inputs": [{"name": "orders_90d"}]}                                                          | lacks one of name, datatype
            {"inputs": [{"name": "size", "shape": [1], "datatype": "FP64", "data": [1]}]}                 | size is no input of the model
            {"inputs": [{"name": "all", "shape": [1, 2], "datatype": "FP64", "data": [1, 2]}]}            | is not [rows,
            {"inputs": [{"name": "orders_90d", "shape": [2], "datatype": "FP64", "data": [1]}]}           | but 1 elements
            {"inputs": [{"name": "orders_90d", "shape": [2, 1], "datatype": "FP64", "data": [[1, 2]]}]}   | arrays of 2 elements
            {"inputs": [{"name": "orders_90d", "shape": [1], "datatype": "FP64", "data": ["x"]}]}         | not of its datatype FP64
            {"inputs": [{"name": "orders_90d", "shape": [1], "datatype": "INT8", "data": [128]}]}         | no INT8
            {"inputs": [{"name": "orders_90d", "shape": [1], "datatype": "INT64", "data": [1.5]}]}        | no INT64
            {"inputs": [{"name": "orders_90d", "shape": [1], "datatype": "BYTES", "data": ["many"]}]}     | send FP64
            {"inputs": [{"name": "orders_90d", "shape": [1], "datatype": "DOUBLE", "data": [1]}]}         | the datatype "DOUBLE"
            {"inputs": [{"name": "orders_90d", "shape": [-1], "datatype": "FP64", "data": [1]}]}          | shape holds -1
            {"inputs": [{"name": "orders_90d", "shape": [0], "datatype": "FP64", "data": []}]}            | holds no row
            {"inputs": [{"name": "orders_90d", "shape": [1], "datatype": "FP64", "data": [{"a": 1}]}]}    | no number, text
            {"inputs": [{"name": "orders_90d", "shape": [1], "datatype": "FP64", "data": 5}]}             | data must be an array
            {"outputs": [{"name": "p"}], "inputs": []}                                                    | there is no p
            """)
    void whatIsNoRequestIsRefusedWithItsPlace(String body, String place) {
        assertThatThrownBy(() -> infer(body))
                .isInstanceOfSatisfying(
                        InferenceException.class,
                        refused -> assertThat(refused.status()).isEqualTo(400))
                .hasMessageContaining(place);
    }

    @Test
    void aModelOrVersionThatIsNotThereIsNotFound() {
        assertThatThrownBy(() -> inference.infer("rain", Optional.empty(), body("{}")))
                .isInstanceOfSatisfying(
                        InferenceException.class,
                        refused -> assertThat(refused.status()).isEqualTo(404));
        assertThatThrownBy(() -> inference.metadata("churn", Optional.of("77")))
                .hasMessageContaining("version 77 of churn is not loaded");
    }

    @Test
    void tooManyRowsAreRefusedBeforeTheyFillTheMemory() {
        InputStream manyRows = body("{\"inputs\": [{\"data\": [1" + ",1".repeat(2_000_000) + "]}]}");

        assertThatThrownBy(() -> inference.infer("churn", Optional.empty(), manyRows))
                .isInstanceOfSatisfying(
                        InferenceException.class,
                        refused -> assertThat(refused.status()).isEqualTo(413));
    }

    @Test
    void metadataNamesEveryInputInTheOrderOfTheModel() {
        ModelMetadata metadata = inference.metadata("churn", Optional.empty());

        assertThat(metadata.inputs())
                .extracting(ModelMetadata.TensorMetadata::name)
                .containsExactlyElementsOf(churn.inputs());
        assertThat(metadata.versions()).containsExactly(churn.card().version());
        assertThat(inference.isReady()).isTrue();
        assertThat(inference.isReady("churn", Optional.of("77"))).isFalse();
    }

    private void expectScoresOf(List<Map<String, Double>> vectors, JsonNode answer) {
        JsonNode data = answer.path("outputs").get(0).path("data");
        assertThat(data).hasSize(vectors.size());
        int scored = 0;
        for (int row = 0; row < vectors.size(); row++) {
            if (churn.score(vectors.get(row)) instanceof Score.Value value) {
                assertThat(data.get(row).doubleValue()).isEqualTo(value.value());
                scored++;
            } else {
                assertThat(data.get(row).isNull()).isTrue();
            }
        }
        assertThat(scored).isPositive().isLessThan(vectors.size());
    }

    private List<Map<String, Double>> vectors() {
        List<Map<String, Double>> vectors = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            Map<String, Double> vector = new HashMap<>();
            for (FeatureStatistics feature : churn.card().features()) {
                if (random.nextInt(10) > 0) {
                    vector.put(feature.name(), feature.mean() + feature.standardDeviation() * random.nextGaussian());
                }
            }
            vectors.add(vector);
        }
        return vectors;
    }

    private static ObjectNode tensor(ArrayNode inputs, String name, String datatype, int rows) {
        ObjectNode tensor = inputs.addObject().put("name", name).put("datatype", datatype);
        tensor.putArray("shape").add(rows);
        return tensor;
    }

    private JsonNode infer(String body) throws IOException {
        return JSON.readTree(inference.infer("churn", Optional.empty(), body(body)));
    }

    private static InputStream body(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
