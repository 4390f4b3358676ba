package io.attune.command.frame;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much memory the trainer of a table may use: more for a larger file, but never so much that the machine suffers. */
final class TrainerMemory {
    private static final long MEGABYTE = 1 << 20;
    private static final long LEAST = 2_048;
    /** Cells as text, as numbers, and as H2O's columns, some of them for two folds at a time. */
    private static final long TIMES_THE_FILE = 16;

    private static final long TIMES_PACKED = 8;
    private static final double SHARE_OF_MACHINE = 0.6;

    private TrainerMemory() {}

    static long megabytes(Path table) {
        return megabytes(table, installed());
    }

    static long megabytes(Path table, long installed) {
        long most = Math.max(LEAST, (long) (installed * SHARE_OF_MACHINE));
        return Math.min(most, LEAST + unpacked(table) * TIMES_THE_FILE);
    }

    private static long installed() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize() / MEGABYTE;
    }

    /** Nothing for a file that cannot be read: the trainer says so itself. */
    private static long unpacked(Path table) {
        try {
            long size = Files.size(table) / MEGABYTE;
            return table.toString().endsWith(".gz") ? size * TIMES_PACKED : size;
        } catch (IOException unreadable) {
            return 0;
        }
    }
}
