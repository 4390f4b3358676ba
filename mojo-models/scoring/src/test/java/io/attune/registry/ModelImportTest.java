package io.attune.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attune.frame.FrameReader;
import io.attune.scoring.FlatScorer;
import io.attune.scoring.FlatScores;
import io.attune.scoring.ModelException;
import io.attune.scoring.ModelVersion;
import io.attune.scoring.Score;
import io.attune.scoring.Scorer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelImportTest {
    private static final Path SHIPPED = Path.of("../registry/churn/1");
    private static final Path MOJO = SHIPPED.resolve("model.zip");

    @TempDir
    Path registry;

    private final Clock clock = Clock.systemUTC();

    @Test
    void scoresAsItDidElsewhereUnderOurNames() {
        Scorer original = ModelVersion.load(SHIPPED);
        Path folder = new ModelImport(registry, clock).run(MOJO, "theirs", Map.of("orders_30d", "purchases"));
        Map<String, Object> row = new HashMap<>();
        original.card().features().forEach(feature -> row.put(feature.name(), feature.mean()));
        double expected = ((Score.Value) original.score(row)).value();

        row.put("purchases", row.remove("orders_30d"));
        Scorer imported = ModelVersion.load(folder);

        assertThat(((Score.Value) imported.score(row)).value()).isEqualTo(expected);
        assertThat(imported.inputs()).contains("purchases").doesNotContain("orders_30d");
        assertThat(imported.score(Map.of("purchases", 1.0))).isInstanceOf(Score.Declined.class);
        assertThat(new ModelImport(registry, clock)
                        .run(MOJO, "theirs", Map.of())
                        .getFileName())
                .hasToString("2");
    }

    @Test
    void scoresATableUnderOurNames() throws IOException {
        Scorer original = ModelVersion.load(SHIPPED);
        Path folder = new ModelImport(registry, clock).run(MOJO, "theirs", Map.of("orders_30d", "purchases"));
        Map<String, Object> row = new HashMap<>();
        original.card().features().forEach(feature -> row.put(feature.name(), feature.mean()));
        List<String> names = new ArrayList<>(row.keySet());
        Path table = Files.write(
                registry.resolve("table.csv"),
                List.of(
                        "note," + String.join(",", names).replace("orders_30d", "purchases"),
                        "x,"
                                + names.stream()
                                        .map(name -> row.get(name).toString())
                                        .collect(Collectors.joining(",")),
                        "y" + ",".repeat(names.size())));

        FlatScores scores = FlatScorer.load(folder).score(FrameReader.read(table), Optional.empty());

        assertThat(scores.probabilities()[0]).isEqualTo(((Score.Value) original.score(row)).value());
        assertThat(scores.probabilities()[1]).isNaN();
        assertThat(scores.declined()).isPresent();
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        assertThatThrownBy(() -> new ModelImport(registry, clock).run(MOJO, "theirs", Map.of("absent", "purchases")))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("has no column absent; it reads [");
        Path nonsense = Files.writeString(registry.resolve("nonsense.zip"), "no");
        assertThatThrownBy(() -> new ModelImport(registry, clock).run(nonsense, "theirs", Map.of()))
                .isInstanceOf(ModelException.class);
        assertThatThrownBy(
                        () -> new ModelImport(registry, clock).run(registry.resolve("absent.zip"), "theirs", Map.of()))
                .hasMessageContaining("there is no file");
        assertThat(registry.resolve("theirs")).doesNotExist();
    }
}
