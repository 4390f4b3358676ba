package io.attune.it.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code attune train --all} on simulated people, in a database of its own and without a server. */
@Tag("nightly")
class EveryModelIT {
    private static final Path ROOT =
            Path.of(System.getProperty("attune.root")).toAbsolutePath().normalize();

    @TempDir
    Path folder;

    @Test
    void beatsItsNaiveBaselineOnPeopleAndAtAMomentThatItDidNotLearnFrom() throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        ProcessBuilder rehearsal = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-Dattune.root=" + ROOT,
                        "-cp",
                        ROOT.resolve("integration-tests/sandbox/target/attune-sandbox-0.1.0-SNAPSHOT.jar") + ":"
                                + ROOT.resolve("integration-tests/sandbox/target/lib") + "/*",
                        "io.attune.command.Attune",
                        "rehearse-training",
                        "--people",
                        "8000",
                        "--registry",
                        folder.resolve("registry").toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        // Its frames are kept beside the registry, not in the checkout.
        rehearsal.environment().put("ATTUNE_DATA", folder.resolve("data").toString());

        assertThat(rehearsal.start().waitFor()).as(Files.readString(output)).isZero();

        for (String model : defined()) {
            Path version = folder.resolve("registry").resolve(model).resolve("1");
            JsonNode headline = new ObjectMapper()
                    .readTree(version.resolve("card.json").toFile())
                    .at("/metrics/headline");
            double value = headline.path("value").asDouble();
            double baseline = headline.path("baselineValue").asDouble();
            assertThat(headline.path("baseline").asText()).as(model).isNotEmpty();
            assertThat(headline.path("higherIsBetter").asBoolean(true) ? value - baseline : baseline - value)
                    .as("%s: %s", model, headline)
                    .isPositive();
            if (headline.has("lead")) {
                assertThat(headline.at("/lead/low").asDouble())
                        .as("the lead of %s is beyond chance: %s", model, headline)
                        .isPositive();
            }
            assertThat(version.resolve("card.html")).isNotEmptyFile();
        }
    }

    private static List<String> defined() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("mojo-models/definitions/models"))) {
            return files.map(file -> file.getFileName().toString().replace(".yaml", ""))
                    .toList();
        }
    }
}
