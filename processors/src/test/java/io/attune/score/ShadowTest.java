package io.attune.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.attune.database.PostgresDatabase;
import io.attune.feature.FeatureVector;
import io.attune.scoring.ModelRegistry;
import io.attune.scoring.Score;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A challenger scores the same vectors as the champion, and decides nothing. */
class ShadowTest {
    private static final Path SHIPPED = Path.of("../mojo-models/registry/churn/1");
    private static final Instant NOW = Instant.parse("2026-06-15T02:31:00Z");

    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase();

    @TempDir
    Path folder;

    private ModelRegistry registry;
    private ScoringService scoring;

    @BeforeEach
    void championAndChallenger() throws IOException {
        POSTGRES.clear();
        copy("1", "\"minimumFeatures\" : 12");
        copy("2", "\"minimumFeatures\" : 15");
        Files.writeString(folder.resolve("churn/champion"), "1\n");
        Files.writeString(folder.resolve("churn/challengers"), "2\n");
        registry = ModelRegistry.open(folder);
        scoring = new ScoringService(registry, () -> "release");
    }

    @Test
    void keepsWhatTheChallengerSaysApartAndComparesIt() {
        Map<UUID, FeatureVector> people = new HashMap<>();
        for (int days = 1; days <= 40; days++) {
            people.put(new UUID(0, days), vector(days * 8.0, false));
        }
        people.put(new UUID(1, 0), vector(30, true));

        Map<UUID, Map<String, Score>> scores =
                POSTGRES.database().inTransaction(handle -> scoring.score(handle, people));

        assertThat(scores.values())
                .allSatisfy(
                        ofPerson -> assertThat(ofPerson.get("churn").version()).isEqualTo("1"));
        assertThat(number("select count(*) from score where version <> '1'")).isZero();
        assertThat(number("select count(*) from shadow_score where version = '2'"))
                .isEqualTo(41);
        List<ShadowComparison> compared = POSTGRES.database().inHandle(handle -> scoring.compare(handle, "churn"));
        assertThat(compared).singleElement().satisfies(challenger -> {
            assertThat(challenger.profiles()).isEqualTo(40);
            assertThat(challenger.onlyOne()).isEqualTo(1);
            assertThat(challenger.correlation()).isCloseTo(1, within(1e-9));
            assertThat(challenger.meanDifference()).isZero();
            assertThat(challenger.topTenthShared()).isEqualTo(1);
        });
    }

    @Test
    void whoIsRetiredIsAskedNoMore() throws IOException {
        Files.delete(folder.resolve("churn/challengers"));
        registry.reload();

        POSTGRES.database().useTransaction(handle -> scoring.score(handle, Map.of(new UUID(0, 1), vector(30, false))));

        assertThat(number("select count(*) from shadow_score")).isZero();
        assertThat(number("select count(*) from score")).isEqualTo(1);
    }

    private FeatureVector vector(double days, boolean sparse) {
        Map<String, Object> values = new HashMap<>();
        int left = sparse ? 13 : Integer.MAX_VALUE;
        for (var feature : registry.champion("churn").orElseThrow().card().features()) {
            if (left-- > 0) {
                values.put(feature.name(), feature.mean());
            }
        }
        values.put("days_since_last_order", days);
        return new FeatureVector(NOW, values, 0);
    }

    private void copy(String version, String minimum) throws IOException {
        Path home = Files.createDirectories(folder.resolve("churn").resolve(version));
        Files.copy(SHIPPED.resolve("model.zip"), home.resolve("model.zip"));
        Files.writeString(
                home.resolve("card.json"),
                Files.readString(SHIPPED.resolve("card.json"))
                        .replace("\"version\" : \"1\"", "\"version\" : \"" + version + "\"")
                        .replace("\"minimumFeatures\" : 12", minimum));
    }

    private static long number(String sql) {
        return POSTGRES.database()
                .inHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}
