package io.attune.command.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainerMemoryTest {
    private static final long MEGABYTE = 1 << 20;

    @TempDir
    private Path folder;

    @Test
    void growsWithTheTable() throws IOException {
        assertThat(TrainerMemory.megabytes(file("small.csv", 1), 64_000)).isEqualTo(2_064);
        assertThat(TrainerMemory.megabytes(file("large.csv", 100), 64_000)).isEqualTo(3_648);
        assertThat(TrainerMemory.megabytes(file("packed.csv.gz", 10), 64_000)).isEqualTo(3_328);
    }

    @Test
    void leavesTheMachineItsShare() throws IOException {
        assertThat(TrainerMemory.megabytes(file("large.csv", 1_000), 8_000)).isEqualTo(4_800);
        assertThat(TrainerMemory.megabytes(folder.resolve("absent.csv"), 1_000)).isEqualTo(2_048);
    }

    private Path file(String name, long megabytes) throws IOException {
        Path file = folder.resolve(name);
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(megabytes * MEGABYTE);
        }
        return file;
    }
}
