package io.attune.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attune.database.PostgresDatabase;
import io.attune.error.AttuneException;
import io.attune.scoring.ModelFile;
import io.attune.scoring.ModelRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What one node is asked for, every node does, or none. */
class ModelRolloutTest {
    private static final Path SHIPPED = Path.of("../mojo-models/registry/churn/1");

    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase();

    @TempDir
    Path folder;

    private final ScheduledExecutorService clockwork = Executors.newScheduledThreadPool(2);
    private TestNode ana;
    private TestNode ben;

    /** A node with a registry folder of its own. */
    private record TestNode(Path home, ModelRegistry registry, ModelChanges changes) {
        static TestNode in(Path home, String name) throws IOException {
            copyOfShipped(home.resolve("churn/1"), "1");
            Files.writeString(home.resolve("churn/champion"), "1\n");
            ModelRegistry registry = ModelRegistry.open(home);
            return new TestNode(
                    home,
                    registry,
                    new ModelChanges(POSTGRES.database(), home, registry, name, () -> {}, Clock.systemUTC()));
        }

        String champion() {
            return registry.champion("churn").orElseThrow().card().version();
        }
    }

    @BeforeEach
    void twoNodes() throws IOException {
        POSTGRES.clear();
        ana = TestNode.in(folder.resolve("ana"), "ana");
        ben = TestNode.in(folder.resolve("ben"), "ben");
    }

    @AfterEach
    void stop() {
        clockwork.shutdownNow();
    }

    @Test
    void anUploadedVersionIsPromotedOnBothNodesAndRolledBackOnBoth() throws IOException {
        bothRun();
        ModelChange upload = ana.changes.rollout().upload("churn", version("2"), Optional.empty(), Map.of(), "eva");
        assertThat(upload.version()).isEqualTo("2");
        assertThat(upload.nodes())
                .hasSize(2)
                .allSatisfy(node -> assertThat(node.activatedAt()).isPresent());
        assertThat(ana.champion()).isEqualTo("1");
        assertThat(ben.home.resolve("churn/2/model.zip")).exists();

        ana.changes.rollout().promote("churn", "2", false, "eva");
        assertThat(List.of(ana.champion(), ben.champion())).containsExactly("2", "2");

        ben.changes.rollout().rollback("churn", "eva");
        assertThat(List.of(ana.champion(), ben.champion())).containsExactly("1", "1");
        assertThat(Files.readString(ana.home.resolve("churn/history")))
                .isEqualTo(Files.readString(ben.home.resolve("churn/history")));
    }

    @Test
    void aVersionThatOneNodeAloneHasReachesTheOtherWhenItIsPromoted() throws IOException {
        bothRun();
        copyOfShipped(ana.home.resolve("churn/2"), "2");

        ana.changes.rollout().promote("churn", "2", false, "eva");

        assertThat(ben.champion()).isEqualTo("2");
    }

    @Test
    void aModelThatScoresNobodyIsPromotedOnBothNodesToo() throws IOException {
        bothRun();
        sendTimes(ana.home.resolve("send_time/1"));
        Files.writeString(ana.home.resolve("send_time/kind"), "send_time\n");

        ana.changes.rollout().promote("send_time", "1", true, "eva");

        for (TestNode node : List.of(ana, ben)) {
            assertThat(node.home.resolve("send_time/champion")).hasContent("1");
            assertThat(node.home.resolve("send_time/kind")).hasContent("send_time");
            assertThat(node.registry.problems()).isEmpty();
        }
        assertThatThrownBy(() -> ana.changes.rollout().challenge("send_time", "1", "eva"))
                .hasMessageContaining("scores nobody");
    }

    private static void sendTimes(Path version) throws IOException {
        Files.createDirectories(version);
        byte[] model = "{}".getBytes(StandardCharsets.UTF_8);
        Files.write(version.resolve("model.json"), model);
        Files.writeString(version.resolve("card.json"), """
                {"schema": 2, "model": "send_time", "version": "1", "kind": "send_time", "algorithm": "hours",
                 "description": "hours", "digest": "%s", "features": [], "metrics": {}, "trainedAt": "2026-11-01T00:00:00Z"}
                """.formatted(ModelFile.digest(model)));
    }

    @Test
    void aCorruptUploadIsRefusedAndLeavesNothingBehind() throws IOException {
        bothRun();
        byte[] cut = version("2");
        byte[] half = Arrays.copyOf(cut, cut.length / 2);
        byte[] flipped = cut.clone();
        flipped[flipped.length / 2] ^= 1;

        for (byte[] broken : List.of(half, flipped, "no zip".getBytes(StandardCharsets.UTF_8))) {
            assertThatThrownBy(() -> ana.changes.rollout().upload("churn", broken, Optional.empty(), Map.of(), "eva"))
                    .isInstanceOf(AttuneException.class)
                    .hasMessageContaining("upload");
        }
        assertThatThrownBy(() -> ana.changes.rollout().upload("churn", cut, Optional.of("sha256:00"), Map.of(), "eva"))
                .hasMessageContaining("its digest is sha256:");

        assertThat(ana.champion()).isEqualTo("1");
        assertThat(ana.changes.rollout().changes(10)).isEmpty();
        try (var entries = Files.list(ana.home)) {
            assertThat(entries).containsExactly(ana.home.resolve("churn"));
        }
    }

    @Test
    void whatOneNodeCannotLoadChangesNothingOnAnyAndSaysSo() throws IOException {
        bothRun();
        ana.changes.rollout().upload("churn", version("2"), Optional.empty(), Map.of(), "eva");
        Files.delete(ben.home.resolve("churn/2/model.zip"));

        assertThatThrownBy(() -> ana.changes.rollout().promote("churn", "2", false, "eva"))
                .isInstanceOf(AttuneException.class)
                .hasMessageContaining("ben: ");

        assertThat(List.of(ana.champion(), ben.champion())).containsExactly("1", "1");
        assertThat(ana.changes.rollout().problems()).singleElement().asString().contains("churn 2 changed nothing");
    }

    @Test
    void aNodeThatWasAwayCatchesUp() throws IOException {
        ana.changes.follow();
        ana.changes.rollout().upload("churn", version("2"), Optional.empty(), Map.of(), "eva");
        ana.changes.rollout().promote("churn", "2", false, "eva");
        ana.changes.rollout().challenge("churn", "1", "eva");
        assertThat(ben.champion()).isEqualTo("1");

        ben.changes.follow();

        assertThat(ben.champion()).isEqualTo("2");
        assertThat(ben.registry.challengers("churn"))
                .extracting(challenger -> challenger.card().version())
                .containsExactly("1");
        ben.changes.rollout().retire("churn", "1", "eva");
        assertThat(ana.registry.challengers("churn")).hasSize(1);
        ana.changes.follow();
        assertThat(ana.registry.challengers("churn")).isEmpty();
    }

    @Test
    void aVersionThatFailsAGateIsNotPromotedUnlessForced() throws IOException {
        ana.changes.follow();
        byte[] worse = version("2", "\"auc\" : 0\\.", "\"auc\" : 0.0");
        ana.changes.rollout().upload("churn", worse, Optional.empty(), Map.of(), "eva");

        assertThatThrownBy(() -> ana.changes.rollout().promote("churn", "2", false, "eva"))
                .isInstanceOf(AttuneException.class)
                .hasMessageContaining("failed metric");
        assertThat(ana.champion()).isEqualTo("1");

        ana.changes.rollout().promote("churn", "2", true, "eva");
        assertThat(ana.champion()).isEqualTo("2");
    }

    @Test
    void aMojoFromElsewhereGetsACardAndAVersion() throws IOException {
        ana.changes.follow();
        byte[] mojo = Files.readAllBytes(SHIPPED.resolve("model.zip"));

        ModelChange upload = ana.changes
                .rollout()
                .upload("churn", mojo, Optional.of(ModelUpload.digest(mojo)), Map.of("orders_90d", "n_orders"), "eva");

        assertThat(upload.version()).isEqualTo("2");
        assertThat(ana.changes.rollout().card("churn", "2").columns()).containsEntry("orders_90d", "n_orders");
    }

    private void bothRun() {
        ana.changes.follow();
        ben.changes.follow();
        assertThat(List.of(ana.changes.start(clockwork), ben.changes.start(clockwork)))
                .noneMatch(Future::isDone);
    }

    private byte[] version(String version, String... replacement) throws IOException {
        Path made = folder.resolve("made-" + version);
        copyOfShipped(made, version);
        if (replacement.length == 2) {
            Path card = made.resolve("card.json");
            Files.writeString(card, Files.readString(card).replaceAll(replacement[0], replacement[1]));
        }
        return VersionArchive.of(made);
    }

    private static void copyOfShipped(Path into, String version) throws IOException {
        Files.createDirectories(into);
        Files.copy(SHIPPED.resolve("model.zip"), into.resolve("model.zip"));
        Files.writeString(
                into.resolve("card.json"),
                Files.readString(SHIPPED.resolve("card.json"))
                        .replace("\"version\" : \"1\"", "\"version\" : \"" + version + "\""));
    }
}
