package io.attune.trainer.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the trainer of event logs as the command does: as a process. */
class EventTrainerTest {
    @TempDir
    Path folder;

    @Test
    void judgesAtALaterMomentAndShowsIt() throws IOException, InterruptedException {
        Path learned = frame("learned.csv", "2024-01-31", 800, 1);
        Path judged = frame("judged.csv", "2024-04-30", 400, 2);

        assertThat(train("--frame=" + learned, "--judged=" + judged)).isEmpty();

        JsonNode holdout = card().path("metrics").path("holdout");
        assertThat(holdout.path("asOf").asText()).isEqualTo("2024-04-30");
        assertThat(holdout.path("auc").asDouble())
                .isGreaterThan(holdout.path("baselineAuc").asDouble());
        assertThat(Files.readString(folder.resolve("1/card.html")))
                .contains("The probability of activity within 90d", "ROC", "Calibration", "days_since_last alone")
                .doesNotContain("NaN");
    }

    @Test
    void showsAModelThatCouldNotBeJudged() throws IOException, InterruptedException {
        assertThat(train("--frame=" + frame("learned.csv", "2024-01-31", 400, 1)))
                .isEmpty();

        assertThat(Files.readString(folder.resolve("1/card.html")))
                .contains("There is no moment to judge by", "days_since_last", "Rows")
                .doesNotContain("NaN");
    }

    @Test
    void saysWhenTooFewWereActive() throws IOException, InterruptedException {
        assertThat(train("--frame=" + frame("learned.csv", "2024-01-31", 20, 1)))
                .contains("at least 20 of both are needed")
                .doesNotContain("\tat ");
        assertThat(folder.resolve("1")).doesNotExist();
    }

    /** People who come back the likelier the later and the oftener they came. */
    private Path frame(String name, String asOf, int people, long seed) throws IOException {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>(List.of("person,as_of,label,days_since_last,purchases,gap"));
        for (int person = 0; person < people; person++) {
            int days = random.nextInt(120);
            int purchases = 1 + random.nextInt(9);
            boolean active = random.nextDouble() < 1 / (1 + Math.exp(days / 30.0 - purchases / 2.0));
            lines.add(person + "," + asOf + "," + (active ? 1 : 0) + "," + days + "," + purchases + ","
                    + (purchases == 1 ? "" : random.nextInt(40)));
        }
        return Files.write(folder.resolve(name), lines);
    }

    private JsonNode card() throws IOException {
        return new ObjectMapper().readTree(folder.resolve("1/card.json").toFile());
    }

    /** What the trainer said when it failed; nothing when it did not. */
    private String train(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx700m",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                EventTrainer.class.getName(),
                "--model=back",
                "--horizon=90d",
                "--output=" + folder.resolve("1")));
        command.addAll(List.of(options));
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return process.waitFor() == 0 ? "" : Files.readString(output);
    }
}
