package io.attune.it.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.attune.it.environment.Environment;
import io.attune.it.environment.EnvironmentExtension;
import io.attune.record.RecordId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A till drops a file, and drops it again. */
@ExtendWith(EnvironmentExtension.class)
class ReceiptFilesIT {
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final String FILE = """
            receipt,sold_at,total,currency,loyalty_id
            dropped-1,2026-05-30T10:00:00Z,17.50,EUR,dropped-loyalty
            dropped-2,yesterday,17.50,EUR,dropped-loyalty
            dropped-3,2026-05-30T11:00:00Z,5,EUR,dropped-loyalty
            """;

    private final Environment environment;
    private final Path folder;

    ReceiptFilesIT(Environment environment) {
        this.environment = environment;
        this.folder = environment.sandbox().data().resolve("receipts");
    }

    @Test
    void countsEveryReceiptOnceAndNamesTheBadLine() throws IOException {
        drop("receipts-of-today.csv");
        await().atMost(SOON).untilAsserted(() -> assertThat(events()).isEqualTo(2));

        drop("receipts-of-today-again.csv");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(moved(".repeated"))
                        .singleElement()
                        .asString()
                        .endsWith("-receipts-of-today-again.csv"));
        assertThat(moved(".done")).hasSize(1);

        assertThat(events()).isEqualTo(2);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(rejectedPlaces())
                        .singleElement()
                        .satisfies(place -> assertThat(place).endsWith(".csv:3")));
    }

    private void drop(String name) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name), FILE);
    }

    private List<Path> moved(String aside) throws IOException {
        if (!Files.isDirectory(folder.resolve(aside))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.resolve(aside))) {
            return files.filter(file -> file.toString().contains("receipts-of-today"))
                    .toList();
        }
    }

    private long events() {
        return environment
                .database()
                .withHandle(handle -> handle.createQuery("select count(*) from event where record_id in (:one, :three)")
                        .bind("one", RecordId.of("pos:file:dropped-1:sale"))
                        .bind("three", RecordId.of("pos:file:dropped-3:sale"))
                        .mapTo(Long.class)
                        .one());
    }

    private List<String> rejectedPlaces() {
        return environment
                .database()
                .withHandle(
                        handle -> handle.createQuery("select place from reject where place like 'receipts-of-today%'")
                                .mapTo(String.class)
                                .list());
    }
}
