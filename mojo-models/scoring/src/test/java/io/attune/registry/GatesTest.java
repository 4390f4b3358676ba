package io.attune.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.scoring.ModelCard;
import io.attune.scoring.ModelFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models that are no MOJO pass the same gates, and a definition sets the bars. */
class GatesTest {
    private static final String MODEL = "{}";

    @TempDir
    Path folder;

    @Test
    void askWhateverIsTrainedToBeatItsNaiveBaseline() throws IOException {
        assertThat(failed(version("1", "\"headline\": " + headline("hitRate", 0.2, true, 0.1))))
                .isEmpty();
        assertThat(failed(version("2", "\"headline\": " + headline("hitRate", 0.1, true, 0.1))))
                .containsExactly("baseline");
        assertThat(failed(version("3", "\"headline\": " + headline("rmse", 90, false, 100))))
                .isEmpty();
        assertThat(failed(version("4", "\"headline\": " + headline("rmse", 110, false, 100))))
                .containsExactly("baseline");
    }

    @Test
    void compareWithTheChampionOnTheSameRowsInTheMetricsOwnDirection() throws IOException {
        String champion = ", \"champion\": {\"version\": \"9\", \"value\": 95}";
        Optional<ModelCard> nine =
                Optional.of(ModelCard.read(version("9", "\"headline\": " + headline("rmse", 50, false, 100))
                        .resolve("card.json")));

        Path better = version("1", "\"headline\": " + headline("rmse", 94, false, 100) + champion);
        Path worse = version("2", "\"headline\": " + headline("rmse", 96, false, 100) + champion);

        assertThat(failed(better, nine)).isEmpty();
        assertThat(failed(worse, nine)).containsExactly("metric");
    }

    @Test
    void refuseAModelThatFindsOneGroupMuchLessOftenThanAnother() throws IOException {
        String auc = "\"headline\": " + headline("auc", 0.8, true, 0.7)
                + ", \"outOfFold\": {\"calibrationError\": 0.01}, \"disparity\": {\"lowest\": \"blue\", \"highest\": \"green\", \"ratio\": 0.75}";

        assertThat(failed(version("1", auc))).containsExactly("disparity");
        assertThat(failed(version("2", auc, "{\"disparity\": 0.7}"))).isEmpty();
        assertThat(failed(version("3", auc, "{\"disparity\": 0.7, \"calibration\": 0.001}")))
                .containsExactly("calibration");
    }

    @Test
    void refuseAmountsThatAreWrongOnTheWhole() throws IOException {
        String amounts = "\"headline\": " + headline("rmse", 90, false, 100) + ", \"amounts\": {\"total\": %s}";

        assertThat(failed(version("1", amounts.formatted("1.2")))).isEmpty();
        assertThat(failed(version("2", amounts.formatted("1.3")))).containsExactly("calibration");
    }

    @Test
    void refuseBytesThatTheCardDoesNotDescribe() throws IOException {
        Path version = version("1", "\"headline\": " + headline("hitRate", 0.2, true, 0.1));
        Files.writeString(version.resolve("model.json"), "{ }");

        assertThat(failed(version)).containsExactly("loads");
    }

    private static List<String> failed(Path version) {
        return failed(version, Optional.empty());
    }

    private static List<String> failed(Path version, Optional<ModelCard> champion) {
        return new Gates(() -> 0)
                .judge(version, champion).stream()
                        .filter(gate -> !gate.passed())
                        .map(Gate::name)
                        .toList();
    }

    private static String headline(String metric, double value, boolean higherIsBetter, double baseline) {
        return "{\"metric\": \"%s\", \"value\": %s, \"higherIsBetter\": %s, \"rows\": 10, \"baseline\": \"naive\", \"baselineValue\": %s}"
                .formatted(metric, value, higherIsBetter, baseline);
    }

    private Path version(String number, String metrics) throws IOException {
        return version(number, metrics, "{}");
    }

    private Path version(String number, String metrics, String gates) throws IOException {
        Path version = Files.createDirectories(folder.resolve("items").resolve(number));
        Files.writeString(folder.resolve("items/kind"), "recommendations\n");
        Files.writeString(version.resolve("model.json"), MODEL);
        String digest = ModelFile.digest(MODEL.getBytes(StandardCharsets.UTF_8));
        Files.writeString(
                version.resolve("card.json"),
                "{\"model\": \"items\", \"version\": \"%s\", \"kind\": \"recommendations\", \"digest\": \"%s\", \"gates\": %s, \"metrics\": {%s}}"
                        .formatted(number, digest, gates, metrics));
        return version;
    }
}
