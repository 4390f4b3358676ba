package io.attune.trainer.flat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.trainer.VersionFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the flat trainer as the command does: as a process. */
class FlatTrainerTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void trainsTheSameModelTwiceAndReportsIt() throws IOException, InterruptedException {
        Path frame = customers(600, false);

        JsonNode first = train(frame, "1");
        JsonNode second = train(frame, "2");

        assertThat(first.path("auc").asDouble()).isBetween(0.75, 0.95);
        assertThat(second.path("auc")).isEqualTo(first.path("auc"));
        assertThat(second.path("calibration")).isEqualTo(first.path("calibration"));
        assertThat(first.path("rows").asInt()).isEqualTo(600);
        assertThat(first.path("aucPerFold")).hasSize(5);
        assertThat(first.path("candidates").size()).isGreaterThanOrEqualTo(3);
        assertThat(first.path("dropped").findValuesAsText("name")).containsExactly("customer_id");
        JsonNode card = JSON.readTree(folder.resolve("1/card.json").toFile());
        assertThat(card.path("digest").asText()).isEqualTo(VersionFiles.digest(folder.resolve("1/model.zip")));
        assertThat(card.path("frame").path("columns")).hasSize(3);
        assertThat(card.path("label").path("positive").asText()).isEqualTo("yes");
    }

    @Test
    void stopsAtAColumnThatTellsTheLabel() throws IOException, InterruptedException {
        Outcome outcome = run(customers(600, true), "1", "--repeats=1");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.output())
                .contains("the label is told by a single column: cancelled_on (AUC ")
                .contains("--ignore cancelled_on");
        assertThat(folder.resolve("1")).doesNotExist();
    }

    @Test
    void stopsAtAColumnThatIsDatedAfterTheRows() throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>(List.of("seen_on,spend,churn"));
        for (int row = 0; row < 200; row++) {
            lines.add("2024-0" + (1 + row % 6) + "-15," + row * 37 % 101 + "," + (row / 6 % 3 == 0 ? "yes" : "no"));
        }

        Outcome outcome = run(Files.write(folder.resolve("late.csv"), lines), "1", "--as-of=2024-05-31");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.output())
                .contains("dated after 2024-05-31: seen_on (33 rows)")
                .contains("--ignore seen_on");
    }

    @Test
    void saysWhatIsWrongWithATable() throws IOException, InterruptedException {
        Outcome outcome = run(Files.writeString(folder.resolve("few.csv"), "a,churn\n1,yes\n2,no\n"), "1");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.output()).contains("at least 50 rows").doesNotContain("\tat ");
    }

    private Path customers(int rows, boolean leaking) throws IOException {
        Random random = new Random(7);
        List<String> lines = new ArrayList<>();
        lines.add("customer_id,tenure,plan,spend,churn" + (leaking ? ",cancelled_on" : ""));
        for (int row = 0; row < rows; row++) {
            double tenure = random.nextDouble() * 60;
            boolean monthly = random.nextBoolean();
            double spend = random.nextGaussian() * 20 + 60;
            double logit = 2 - tenure / 12 + (monthly ? 1.5 : -1.5) + (spend > 70 ? 1 : 0);
            boolean churned = random.nextDouble() < 1 / (1 + Math.exp(-logit));
            lines.add("C" + row + "," + Math.round(tenure) + "," + (monthly ? "monthly" : "yearly") + ","
                    + (row % 20 == 0 ? " " : String.format("%.2f", spend)) + "," + (churned ? "yes" : "no")
                    + (leaking ? churned ? ",2024-03-0" + (1 + row % 9) : "," : ""));
        }
        return Files.write(folder.resolve("customers.csv"), lines);
    }

    private JsonNode train(Path frame, String version) throws IOException, InterruptedException {
        Path report = folder.resolve(version + ".json");
        Outcome outcome = run(frame, version, "--repeats=1", "--report=" + report);
        assertThat(outcome.status()).as(outcome.output()).isZero();
        return JSON.readTree(report.toFile());
    }

    private Outcome run(Path frame, String version, String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx700m",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                FlatTrainer.class.getName()));
        command.addAll(List.of("--frame", frame.toString(), "--label", "churn", "--model", "customers"));
        command.addAll(List.of("--output", folder.resolve(version).toString()));
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
