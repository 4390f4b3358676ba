package io.attune.routes.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.attune.database.PostgresDatabase;
import io.attune.routes.HubRoutes;
import io.attune.routes.Leadership;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A real folder, watched by the Kamelet. */
class PosFilesTest {
    private static final String HEADER = "receipt,sold_at,total,currency\n";
    private static final String LINE = "R1,2026-05-30T10:00:00Z,17.50,EUR\n";

    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase();

    @TempDir
    Path folder;

    @TempDir
    Path keys;

    private final Leadership leadership = new Leadership();
    private HubRoutes routes;

    @BeforeEach
    void start() throws Exception {
        POSTGRES.clear();
        routes = HubRoutes.of("ingest/csv.camel.yaml", "ingest/publish.camel.yaml", "ingest/pos-files.camel.yaml")
                .property("attune.pos.files", folder.toString())
                .bean("leadership", leadership)
                .bean("csvFiles", Ingest.csvFiles(POSTGRES, keys));
        Ingest.bind(routes);
    }

    @AfterEach
    void stop() {
        routes.close();
    }

    @Test
    void filesAreReadAndMovedByWhatBecameOfThem() throws IOException {
        Files.writeString(folder.resolve("a.csv"), HEADER + LINE);
        Files.writeString(folder.resolve("B.CSV"), HEADER.replace("receipt", "bon") + LINE);
        routes.start();

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                Stream.of(names(".done"), names(".failed")).flatMap(List::stream))
                        .hasSize(2));
        assertThat(names(".done")).singleElement().asString().endsWith("-a.csv");
        assertThat(names(".failed")).singleElement().asString().endsWith("-FILE_HEADER-B.CSV");
        assertThat(Ingest.records(routes)).hasSize(1);
    }

    @Test
    void aFileThatGrowsOrHasATemporaryNameIsLeft() throws IOException {
        Files.writeString(folder.resolve("half.csv.part"), HEADER + LINE);
        Files.writeString(folder.resolve(".hidden.csv"), HEADER + LINE);
        routes.start();

        try (Writer writer = Files.newBufferedWriter(folder.resolve("growing.csv"))) {
            writer.write(HEADER);
            for (int line = 0; line < 6; line++) {
                writer.write(LINE.replace("R1", "R" + line));
                writer.flush();
                Path before = Files.writeString(folder.resolve("tick"), String.valueOf(line));
                await().atMost(Duration.ofSeconds(5))
                        .until(() -> System.currentTimeMillis()
                                > Files.getLastModifiedTime(before).toMillis() + 600);
                assertThat(Ingest.records(routes)).as("while it grows").isEmpty();
            }
        }

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(names(".done")).hasSize(1));
        assertThat(Ingest.records(routes)).hasSize(6);
        assertThat(folder.resolve("half.csv.part")).exists();
        assertThat(folder.resolve(".hidden.csv")).exists();
    }

    @Test
    void withoutKafkaTheFileStays() throws IOException {
        routes.at("ingest-publish-to-records").whenExchangeReceived(1, exchange -> {
            throw new IllegalStateException("no broker");
        });
        Files.writeString(folder.resolve("a.csv"), HEADER + LINE);
        routes.start();

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(names(".done")).hasSize(1));
        assertThat(routes.bodiesAt("ingest-publish-to-records"))
                .as("tried again")
                .hasSizeGreaterThan(1);
    }

    private List<String> names(String sub) throws IOException {
        Path path = folder.resolve(sub);
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
