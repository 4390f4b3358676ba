package io.attune.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.scoring.ModelException;
import io.attune.scoring.ModelProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A registry of words, which are what its versions hold. */
class KindRegistryTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void fill() throws IOException {
        write("greeting", "word", "1", "hello");
        write("greeting", "word", "2", "good day");
        write("number", "figure", "1", "7");
        Files.createDirectories(folder.resolve("churn").resolve("1"));
    }

    @Test
    void loadsTheChampionsOfItsKindOnly() throws IOException {
        promote("greeting", "1");
        promote("number", "1");

        KindRegistry<String> words = open();

        assertThat(words.champion("greeting")).contains("hello");
        assertThat(words.champion("number")).isEmpty();
        assertThat(words.champions()).hasSize(1);
        assertThat(words.problems()).isEmpty();
    }

    @Test
    void holdsAModelWithoutAChampionForNoProblem() {
        assertThat(open().champions()).isEmpty();
        assertThat(open().problems()).isEmpty();
    }

    @Test
    void servesTheNewChampionAfterAReload() throws IOException {
        promote("greeting", "1");
        KindRegistry<String> words = open();

        promote("greeting", "2");
        words.reload();

        assertThat(words.champion("greeting")).contains("good day");
    }

    @Test
    void keepsWhatItHadWhenTheNewChampionIsBroken() throws IOException {
        promote("greeting", "1");
        KindRegistry<String> words = open();

        promote("greeting", "3");
        words.reload();

        assertThat(words.champion("greeting")).contains("hello");
        assertThat(words.problems())
                .extracting(ModelProblem::model, ModelProblem::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("greeting", ModelException.Code.MODEL_MISSING));
    }

    @Test
    void refusesAChampionThatLeadsElsewhere() throws IOException {
        promote("greeting", "../number/1");

        assertThat(open().champions()).isEmpty();
        assertThat(open().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("must name a version"));
    }

    private KindRegistry<String> open() {
        return KindRegistry.open(folder, "word", version -> {
            try {
                Path file = version.resolve("model.json");
                if (!Files.exists(file)) {
                    throw new ModelException(ModelException.Code.MODEL_MISSING, file + " is missing");
                }
                return Files.readString(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void write(String model, String kind, String version, String content) throws IOException {
        Path home = folder.resolve(model);
        Files.createDirectories(home.resolve(version));
        Files.writeString(home.resolve("kind"), kind + "\n");
        Files.writeString(home.resolve(version).resolve("model.json"), content);
    }

    private void promote(String model, String version) throws IOException {
        Files.writeString(folder.resolve(model).resolve("champion"), version + "\n");
    }
}
