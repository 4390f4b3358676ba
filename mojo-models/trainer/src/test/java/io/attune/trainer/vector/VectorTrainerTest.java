package io.attune.trainer.vector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hex.genmodel.ModelMojoReader;
import hex.genmodel.MojoModel;
import hex.genmodel.MojoReaderBackendFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the trainer as the command does: as a process. */
class VectorTrainerTest {

    private static final Path SHIPPED = Path.of("../definitions/models/churn.yaml");

    @TempDir
    Path folder;

    private Path definitionFile;

    /** The shipped definition with a search that takes a second. */
    @BeforeEach
    void define() throws IOException {
        define("  trees: .*", "  trees: 40", "  depth: .*", "  depth: [3]");
    }

    private void define(String... replacements) throws IOException {
        definitionFile = folder.resolve("churn.yaml");
        String text = Files.readString(Files.exists(definitionFile) ? definitionFile : SHIPPED);
        for (int index = 0; index < replacements.length; index += 2) {
            text = text.replaceAll("(?m)^" + replacements[index] + "$", replacements[index + 1]);
        }
        Files.writeString(definitionFile, text);
    }

    private JsonNode card(String version) throws IOException {
        return new ObjectMapper()
                .readTree(folder.resolve(version).resolve("card.json").toFile());
    }

    @Test
    void trainsTheSameModelTwiceAndBeatsRecency() throws IOException, InterruptedException {
        VectorDefinition definition = VectorDefinition.read(definitionFile);
        Path frame = SimulatedFrame.write(folder.resolve("frame.csv"), definition, 800, 1);

        train(frame, "1");
        train(frame, "2", "--champion", folder.resolve("1").toString());

        assertThat(scores("2")).isEqualTo(scores("1"));
        JsonNode card =
                new ObjectMapper().readTree(folder.resolve("1/card.json").toFile());
        JsonNode second = new ObjectMapper()
                .readTree(folder.resolve("2/card.json").toFile())
                .path("metrics");
        assertThat(second.path("champion").path("version").asText()).isEqualTo("1");
        assertThat(second.path("champion").path("auc"))
                .isEqualTo(second.path("holdout").path("auc"));
        JsonNode holdout = card.path("metrics").path("holdout");
        assertThat(holdout.path("auc").asDouble())
                .isGreaterThan(holdout.path("baselineAuc").asDouble() + 0.05);
        assertThat(card.path("features")).hasSize(definition.features().size());
        assertThat(card.path("data").path("to").asText()).isEqualTo(SimulatedFrame.JUDGED_AT.toString());
        assertThat(Files.readString(folder.resolve("1/card.html")))
                .contains("ROC curve", "days_since_last_order alone")
                .doesNotContain("https://", "<script");
        assertThat(card.path("seed").asLong()).isEqualTo(definition.seed());
    }

    @Test
    void learnsFromCategories() throws IOException, InterruptedException {
        Path frame = SimulatedFrame.write(folder.resolve("frame.csv"), VectorDefinition.read(definitionFile), 800, 1);
        Random random = new Random(4);
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(frame)) {
            boolean positive = line.contains("Z,1,") == random.nextInt(100) < 95;
            String category = random.nextInt(20) == 0 ? "" : positive ? "\"Kitchen, \"\"old\"\"\"" : "Garden";
            lines.add(line + "," + (lines.isEmpty() ? "top_category_365d" : category));
        }
        Files.write(frame, lines);
        Files.writeString(folder.resolve("frame.csv.notes.json"), """
                {"features": [{"name": "top_category_365d", "type": "category"}]}
                """);
        define("  - email_clicks_90d", "  - email_clicks_90d\n  - top_category_365d");

        train(frame, "1");
        train(frame, "2", "--champion", folder.resolve("1").toString());

        assertThat(model("1").getDomainValues("top_category_365d"))
                .containsExactlyInAnyOrder("Garden", "Kitchen, \"old\"");
        JsonNode metrics = card("2").path("metrics");
        assertThat(metrics.path("holdout").path("auc").asDouble()).isGreaterThan(0.95);
        assertThat(metrics.path("champion").path("auc"))
                .isEqualTo(metrics.path("holdout").path("auc"));
    }

    @Test
    void learnsByEveryAlgorithmFromChosenFeatures() throws IOException, InterruptedException {
        define(
                "algorithms: .*", "algorithms: [xgboost, lightgbm, drf, deeplearning]",
                "ensemble: .*", "ensemble: always\nselection: {method: recursive, keep: 6}\nbalance: true",
                "  depth: .*", "  depth: [2, 3]\n  method: random\n  budget: 2\n  hidden: [[8]]");
        Path frame = SimulatedFrame.write(folder.resolve("frame.csv"), VectorDefinition.read(definitionFile), 500, 2);

        train(frame, "1");

        JsonNode card = card("1");
        assertThat(card.path("parameters").properties().stream().map(Map.Entry::getKey))
                .hasSize(4)
                .anyMatch(name -> name.startsWith("xgboost-"))
                .anyMatch(name -> name.startsWith("lightgbm-"))
                .anyMatch(name -> name.startsWith("drf-"))
                .anyMatch(name -> name.startsWith("deeplearning-"));
        assertThat(card.path("features").findValuesAsText("name"))
                .hasSizeLessThanOrEqualTo(7)
                .contains("days_since_last_order", "orders_90d");
        assertThat(card.path("calibrated").asBoolean()).isTrue();
        assertThat(card.path("threshold").asDouble()).isBetween(0.05, 0.95);
        assertThat(card.path("metrics").path("headline").path("beaten").asBoolean())
                .isTrue();
    }

    @Test
    void learnsAnAmount() throws IOException, InterruptedException {
        define(
                "  absent: .*", "  sum: {measure: orders, for: P90D}",
                "groups: .*", "",
                "  baseline: (.*)", "  baseline: $1\n  forecasts: {revenue_90d: who goes on as before}");
        VectorDefinition definition = VectorDefinition.read(definitionFile);
        Path frame = SimulatedFrame.amounts(folder.resolve("frame.csv"), definition, 500, 2);

        train(frame, "1");

        JsonNode metrics = card("1").path("metrics");
        assertThat(metrics.path("headline").path("metric").asText()).isEqualTo("rmse");
        assertThat(metrics.path("headline").path("value").asDouble())
                .isLessThan(metrics.path("headline").path("baselineValue").asDouble());
        assertThat(metrics.path("amounts").path("total").asDouble()).isBetween(0.8, 1.25);
        assertThat(metrics.path("contestants").findValuesAsText("name"))
                .contains("who goes on as before (revenue_90d)");
        assertThat(Files.readString(folder.resolve("1/card.html")))
                .contains("Said and came", "in proportion", "who goes on as before");
    }

    @Test
    void saysWhatIsWrongWithAFrameAndWritesNothing() throws IOException, InterruptedException {
        Path frame = Files.writeString(folder.resolve("frame.csv"), "person,as_of,label,x\np,today,1,3\n");

        Outcome outcome = run(frame, "1");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.output()).contains("frame.csv:2: ").doesNotContain("\tat ");
        assertThat(folder.resolve("1")).doesNotExist();
    }

    private MojoModel model(String version) throws IOException {
        return ModelMojoReader.readFrom(
                MojoReaderBackendFactory.createReaderBackend(
                        folder.resolve(version).resolve("model.zip").toUri().toURL(),
                        MojoReaderBackendFactory.CachingStrategy.MEMORY),
                true);
    }

    private double[] scores(String version) throws IOException {
        MojoModel model = model(version);
        Random random = new Random(5);
        double[] scores = new double[500];
        for (int index = 0; index < scores.length; index++) {
            double[] row = random.doubles(model.nfeatures(), 0, 120).toArray();
            scores[index] = model.score0(row, new double[3])[2];
        }
        return scores;
    }

    private void train(Path frame, String version, String... more) throws IOException, InterruptedException {
        Outcome outcome = run(frame, version, more);
        assertThat(outcome.status()).as(outcome.output()).isZero();
    }

    private Outcome run(Path frame, String version, String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx700m",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                VectorTrainer.class.getName()));
        command.addAll(List.of(
                "--definition", definitionFile.toString(),
                "--frame", frame.toString(),
                "--output", folder.resolve(version).toString(),
                "--threads", "2"));
        command.addAll(List.of(more));
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new Outcome(process.waitFor(), Files.readString(output));
    }

    private record Outcome(int status, String output) {}
}
