package io.attune.ingest.csv;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.attune.csv.TextFile;
import io.attune.ingest.Mutations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten thousand broken files: each is read to its end, and nothing is thrown. */
class FuzzedFilesTest {
    private static final int CASES = 10_000;
    private static final long SEED = 20_260_601;
    private static final CsvForm FORM =
            CsvForms.read(Path.of("../connectors-config")).form("pos");

    @TempDir
    Path folder;

    @Test
    void everyFileIsReadToItsEnd() throws IOException {
        Mutations mutations = new Mutations(SEED);
        String good = "receipt,sold_at,total,currency,item\n"
                + "R1,2026-05-30T10:00:00Z,17.50,EUR,\"Cup, blue\"\nR1,2026-05-30T10:00:00Z,17.50,EUR,P2\n"
                + "R2;x;y\n\nR3,2026-05-30T10:00:00Z,1,EUR,\"P \"\"3\"\"\"\n";
        Path file = folder.resolve("fuzzed.csv");
        FileReading reading = FileReading.of(FORM, file, "fuzzed.csv", new byte[32], Instant.EPOCH);
        for (int number = 0; number < CASES; number++) {
            Files.write(file, mutations.of(good));
            TextFile text = TextFile.of(file);
            assertThatCode(() -> {
                        FileHeader.flaw(FORM, text, ',');
                        CsvPages pages = new CsvPages(reading, text.open(), ',');
                        while (pages.hasNext()) {
                            pages.next();
                        }
                    })
                    .as("of %s", text)
                    .doesNotThrowAnyException();
        }
    }
}
