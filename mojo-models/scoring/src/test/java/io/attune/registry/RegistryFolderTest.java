package io.attune.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryFolderTest {
    @TempDir
    Path folder;

    private ShippedCopies copies;
    private RegistryFolder registry;

    @BeforeEach
    void twoVersions() throws IOException {
        copies = new ShippedCopies(folder);
        copies.add("1");
        copies.add("2");
        Files.writeString(folder.resolve("churn/champion"), "1\n");
        Clock clock = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
        registry = new RegistryFolder(folder, new Gates(() -> 0), clock);
    }

    @Test
    void promotesAVersionThatIsNotWorseAndGoesBack() {
        registry.promote("churn", "2");
        assertThat(registry.champion("churn")).contains("2");

        assertThat(registry.rollback("churn")).isEqualTo("1");
        assertThat(registry.champion("churn")).contains("1");
        assertThat(folder.resolve("churn/history"))
                .hasContent("2026-01-01T00:00:00Z 1\n2026-01-01T00:00:00Z 2\n2026-01-01T00:00:00Z 1\n");
    }

    @Test
    void keepsTheChampionWhenAVersionIsWorse() throws IOException {
        copies.replaceInCard("2", "\"auc\" : [0-9.]+", "\"auc\" : 0.7");

        assertThatThrownBy(() -> registry.promote("churn", "2"))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("failed metric: AUC 0.7000, the champion 1 on the same rows 0.90");
        assertThat(registry.champion("churn")).contains("1");

        registry.promoteAnyway("churn", "2");
        assertThat(registry.champion("churn")).contains("2");
    }

    @Test
    void comparesOnlyWhatWasJudgedOnTheSameRows() throws IOException {
        copies.replaceInCard("2", "\"frameDigest\" : \"[^\"]+\"", "\"frameDigest\" : \"sha256:other\"");
        assertThatThrownBy(() -> registry.promote("churn", "2")).hasMessageContaining("judged on other rows");

        copies.replaceInCard(
                "2", "\"importances\"", "\"champion\" : {\"version\" : \"1\", \"auc\" : 0.6}, \"importances\"");
        registry.promote("churn", "2");
        assertThat(registry.champion("churn")).contains("2");
    }

    @Test
    void refusesProbabilitiesThatDoNotComeTrue() throws IOException {
        copies.replaceInCard("2", "\"meanScore\" : [0-9.]+", "\"meanScore\" : 0.99");

        assertThat(registry.gates("churn", "2"))
                .filteredOn(gate -> !gate.passed())
                .extracting(Gate::name)
                .containsExactly("calibration");
    }

    @Test
    void refusesASlowVersion() {
        long[] now = {0};
        RegistryFolder slow = new RegistryFolder(folder, new Gates(() -> now[0] += 5_000_000), Clock.systemUTC());

        assertThatThrownBy(() -> slow.promote("churn", "2")).hasMessageContaining("failed latency: 5000.0 µs a score");
    }

    @Test
    void neverPromotesWhatDoesNotLoad() throws IOException {
        Files.write(folder.resolve("churn/2/model.zip"), new byte[] {1, 2, 3});

        assertThatThrownBy(() -> registry.promoteAnyway("churn", "2"))
                .hasMessageContaining("not the file that its card.json describes");
        assertThat(registry.champion("churn")).contains("1");
        assertThat(registry.versions())
                .extracting(
                        VersionSummary::version, version -> version.problem().isEmpty())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("1", true),
                        org.assertj.core.groups.Tuple.tuple("2", false));
    }

    @Test
    void saysWhatThereIsWhenANameIsWrong() {
        assertThatThrownBy(() -> registry.promote("chrun", "2")).hasMessageContaining("it has [churn]");
        assertThatThrownBy(() -> registry.promote("churn", "3")).hasMessageContaining("it has [1, 2]");
        assertThatThrownBy(() -> registry.promote("churn", "../1")).hasMessageContaining("it has [1, 2]");
        assertThatThrownBy(() -> registry.rollback("churn"))
                .hasMessageContaining("no version of churn scored before 1");
        assertThat(registry.gates("churn", "1"))
                .extracting(Gate::passed)
                .isEqualTo(List.of(true, true, true, true, true));
    }
}
