package io.attune.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attune.scoring.ModelRegistry;
import io.attune.scoring.Score;
import io.attune.scoring.Scorer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is done to the files of the champion, whoever asks for a score gets one, of one version or the other. */
class ChangeUnderLoadTest {
    private static final int THREADS = 3;
    private static final int SCORES_AFTER_EACH_CHANGE = 500;

    @TempDir
    Path folder;

    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Semaphore scores = new Semaphore(0);
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private ShippedCopies copies;
    private RegistryFolder registry;
    private ModelRegistry serving;

    @BeforeEach
    void scoreAllTheTime() throws IOException {
        copies = new ShippedCopies(folder);
        copies.add("1");
        copies.add("2");
        Files.writeString(folder.resolve("churn/champion"), "1\n");
        registry = new RegistryFolder(folder, new Gates(() -> 0), Clock.systemUTC());
        serving = ModelRegistry.open(folder);
        Map<String, Double> row = new HashMap<>();
        serving.champion("churn")
                .orElseThrow()
                .card()
                .features()
                .forEach(feature -> row.put(feature.name(), feature.mean()));
        for (int thread = 0; thread < THREADS; thread++) {
            threads.execute(() -> score(row));
        }
    }

    @AfterEach
    void stop() throws InterruptedException {
        stopped.set(true);
        threads.shutdown();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void promotesAndRollsBack() throws InterruptedException {
        registry.promote("churn", "2");
        serving.reload();
        expectScoresOf("2");

        registry.rollback("churn");
        serving.reload();
        expectScoresOf("1");
    }

    @Test
    void scoresOnWhenTheChampionsFileIsDeleted() throws IOException, InterruptedException {
        Files.delete(folder.resolve("churn/1/model.zip"));
        expectScoresOf("1");

        serving.reload();
        expectScoresOf("1");
        assertThat(serving.problems()).hasSize(1);
    }

    @Test
    void scoresOnAfterACorruptUpload() throws IOException, InterruptedException {
        Path upload = copies.add("3");
        byte[] model = Files.readAllBytes(upload.resolve("model.zip"));
        model[model.length / 2] ^= 1;
        Files.write(upload.resolve("model.zip"), model);

        assertThatThrownBy(() -> registry.promote("churn", "3")).isInstanceOf(RegistryException.class);
        expectScoresOf("1");

        Files.writeString(folder.resolve("churn/champion"), "3\n");
        serving.reload();
        expectScoresOf("1");
        assertThat(serving.problems()).hasSize(1);
    }

    private void expectScoresOf(String version) throws InterruptedException {
        scores.drainPermits();
        assertThat(scores.tryAcquire(SCORES_AFTER_EACH_CHANGE, 60, TimeUnit.SECONDS))
                .isTrue();
        assertThat(failures).isEmpty();
        assertThat(serving.champion("churn").orElseThrow().card().version()).isEqualTo(version);
    }

    private void score(Map<String, Double> row) {
        double first = Double.NaN;
        while (!stopped.get()) {
            try {
                Scorer scorer = serving.champion("churn").orElseThrow();
                if (scorer.score(row) instanceof Score.Value value) {
                    first = Double.isNaN(first) ? value.value() : first;
                    if (value.value() != first) {
                        failures.add("another score: " + value);
                    }
                } else {
                    failures.add("declined");
                }
            } catch (RuntimeException failed) {
                failures.add(failed.toString());
            }
            scores.release();
        }
    }
}
