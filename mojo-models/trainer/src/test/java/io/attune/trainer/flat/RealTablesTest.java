package io.attune.trainer.flat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Public tables, with the defaults of the command but one repeat of the folds instead of five. Without the tables the test
 * is skipped, but fails where CI demands every test.
 */
class RealTablesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "telco_churn/telco_dev.csv, churn, '', 0.842",
        "online_shoppers/shoppers_dev.csv, Revenue, '', 0.93",
        "hillstrom/hillstrom_dev.csv, visit, 'conversion,spend', 0.64"
    })
    void isAsGoodAsACarefulPersonWouldBe(String table, String label, String ignored, double auc)
            throws IOException, InterruptedException {
        Path data = Path.of(System.getProperty("attune.data", "../../../shared/data"));
        Path frame = data.resolve(table);
        Assumptions.assumeTrue(
                Files.exists(frame) || "true".equals(System.getenv("CI")),
                () -> frame + " is not there; -Dattune.data names the folder of the data sets");

        JsonNode report = train(frame, label, ignored);

        assertThat(report.path("auc").asDouble()).isGreaterThanOrEqualTo(auc);
        assertThat(report.path("calibration").path("error").asDouble()).isLessThan(0.02);
        assertThat(folder.resolve("1/card.html")).isNotEmptyFile();
    }

    private JsonNode train(Path frame, String label, String ignored) throws IOException, InterruptedException {
        Path report = folder.resolve("report.json");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                FlatTrainer.class.getName(),
                "--repeats=1",
                "--frame=" + frame,
                "--label=" + label,
                "--model=real",
                "--output=" + folder.resolve("1"),
                "--report=" + report));
        if (!ignored.isEmpty()) {
            command.add("--ignore=" + ignored);
        }
        Path output = folder.resolve("output.txt");
        int status = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        assertThat(status).as(Files.readString(output)).isZero();
        return new ObjectMapper().readTree(report.toFile());
    }
}
