package io.attune.command.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attune.command.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlatModelTest {
    @TempDir
    Path registry;

    @Test
    void countsVersionsAndScoresWithTheLast() throws IOException {
        FlatModel model = FlatModel.of(registry, "telco");
        assertThat(model.nextVersion()).isEqualTo(registry.resolve("telco/1"));

        version("1");
        model.activate(registry.resolve("telco/1"));

        assertThat(model.nextVersion()).isEqualTo(registry.resolve("telco/2"));
        assertThat(model.version("")).isEqualTo(registry.resolve("telco/1"));
        assertThat(registry.resolve("telco/kind")).hasContent("flat-frame");
    }

    @Test
    void leavesTheHubsChampionAlone() throws IOException {
        Files.createDirectories(registry.resolve("telco/1"));
        Files.writeString(registry.resolve("telco/champion"), "1\n");
        version("2");
        FlatModel model = FlatModel.of(registry, "telco");

        model.activate(registry.resolve("telco/2"));

        assertThat(registry.resolve("telco/champion")).hasContent("1");
        assertThat(registry.resolve("telco/kind")).doesNotExist();
        assertThat(model.version("")).isEqualTo(registry.resolve("telco/2"));
    }

    @Test
    void saysWhatToDoWhenThereIsNoSuchModel() {
        assertThatThrownBy(() -> FlatModel.of(registry, "telco").version(""))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("attune train --frame FILE --label COLUMN --name telco");
        assertThatThrownBy(() -> FlatModel.of(registry, "../telco")).isInstanceOf(CommandFailure.class);
    }

    private void version(String number) throws IOException {
        Path folder = Files.createDirectories(registry.resolve("telco").resolve(number));
        Files.writeString(
                folder.resolve("card.json"),
                "{\"model\": \"telco\", \"version\": \"" + number + "\", \"digest\": \"x\", \"frame\": {}}");
    }
}
