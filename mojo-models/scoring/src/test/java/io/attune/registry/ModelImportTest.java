package io.attune.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attune.scoring.ModelException;
import io.attune.scoring.ModelVersion;
import io.attune.scoring.Score;
import io.attune.scoring.Scorer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
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
    void saysWhatIsWrong() throws IOException {
        assertThatThrownBy(() -> new ModelImport(registry, clock).run(MOJO, "theirs", Map.of("absent", "purchases")))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("has no column absent; it reads [");
        Path nonsense = Files.writeString(registry.resolve("nonsense.zip"), "no");
        assertThatThrownBy(() -> new ModelImport(registry, clock).run(nonsense, "theirs", Map.of()))
                .isInstanceOf(ModelException.class);
        assertThat(registry.resolve("theirs")).doesNotExist();
    }
}
