package io.attune.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelRegistryTest {

    private static final Path SHIPPED = Path.of("../registry");

    @TempDir
    Path registry;

    private Path version;

    @BeforeEach
    void copyTheShippedModel() throws IOException {
        String champion = Files.readString(SHIPPED.resolve("churn/champion")).strip();
        version = registry.resolve("churn").resolve(champion);
        Files.createDirectories(version);
        Files.copy(SHIPPED.resolve("churn/champion"), registry.resolve("churn/champion"));
        for (String file : new String[] {"model.zip", "card.json"}) {
            Files.copy(SHIPPED.resolve("churn").resolve(champion).resolve(file), version.resolve(file));
        }
    }

    @Test
    void loadsTheChampionWithItsCard() {
        ModelRegistry models = ModelRegistry.open(registry);

        assertThat(models.problems()).isEmpty();
        Scorer scorer = models.champion("churn").orElseThrow();
        assertThat(scorer.inputs()).hasSize(22).contains("days_since_last_order");
        assertThat(scorer.card().features()).hasSize(22);
        assertThat(scorer.card().requiredFeatures()).containsExactly("days_since_last_order");
        assertThat(scorer.card().metrics().path("holdout").path("auc").asDouble())
                .isGreaterThan(scorer.card()
                        .metrics()
                        .path("holdout")
                        .path("baselineAuc")
                        .asDouble());
    }

    @Test
    void refusesAModelThatIsNotTheOneOfItsCard() throws IOException {
        byte[] model = Files.readAllBytes(version.resolve("model.zip"));
        model[model.length / 2] ^= 1;
        Files.write(version.resolve("model.zip"), model);

        expectProblem(ModelException.Code.DIGEST_DIFFERS, "not the file that its card.json describes");
    }

    @Test
    void refusesBytesThatAreNoModelEvenIfTheCardNamesThem() throws IOException {
        byte[] nonsense = {1, 2, 3};
        Files.write(version.resolve("model.zip"), nonsense);
        String card = Files.readString(version.resolve("card.json"));
        Files.writeString(
                version.resolve("card.json"),
                card.replaceFirst("\"sha256:[0-9a-f]+\"", "\"" + MojoFile.digest(nonsense) + "\""));

        expectProblem(ModelException.Code.MODEL_UNREADABLE, "is not a MOJO");
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        Files.delete(version.resolve("model.zip"));
        expectProblem(ModelException.Code.MODEL_MISSING, "name another version");

        Files.delete(version.resolve("card.json"));
        expectProblem(ModelException.Code.CARD_MISSING, "card.json");

        Files.delete(registry.resolve("churn/champion"));
        expectProblem(ModelException.Code.CHAMPION_MISSING, "write into it the version to use");
    }

    @Test
    void refusesAChampionThatLeavesTheFolder() throws IOException {
        Files.writeString(registry.resolve("churn/champion"), "../../elsewhere");

        expectProblem(ModelException.Code.CHAMPION_MISSING, "must name a version");
    }

    @Test
    void refusesACardThatIsNone() throws IOException {
        Files.writeString(version.resolve("card.json"), "{\"model\": \"churn\"}");

        expectProblem(ModelException.Code.CARD_UNREADABLE, "lacks the text \"version\"");
    }

    @Test
    void keepsTheScorerThatItHadWhenAReloadFindsABrokenOne() throws IOException {
        ModelRegistry models = ModelRegistry.open(registry);
        Files.write(version.resolve("model.zip"), new byte[] {1});

        models.reload();

        assertThat(models.problems()).hasSize(1);
        assertThat(models.champion("churn")).isPresent();
    }

    @Test
    void reportsAFolderThatIsNotThere() {
        ModelRegistry models = ModelRegistry.open(registry.resolve("nowhere"));

        assertThat(models.champions()).isEmpty();
        assertThat(models.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ModelException.Code.REGISTRY_MISSING));
    }

    private void expectProblem(ModelException.Code code, String message) {
        ModelRegistry models = ModelRegistry.open(registry);
        assertThat(models.champion("churn")).isEmpty();
        assertThat(models.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.message()).contains(message);
        });
    }
}
