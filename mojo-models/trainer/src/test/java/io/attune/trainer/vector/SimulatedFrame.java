package io.attune.trainer.vector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A frame whose label depends on recency and, as much, on something that recency does not know. */
final class SimulatedFrame {

    static final Instant JUDGED_AT = Instant.parse("2026-08-01T00:00:00Z");

    private SimulatedFrame() {}

    static Path write(Path file, VectorDefinition definition, int people, long seed) throws IOException {
        return write(file, definition, people, seed, false);
    }

    /** The same, but the label is an amount: nothing for most who are positive, and the more the fewer days ago. */
    static Path amounts(Path file, VectorDefinition definition, int people, long seed) throws IOException {
        return write(file, definition, people, seed, true);
    }

    private static Path write(Path file, VectorDefinition definition, int people, long seed, boolean amounts)
            throws IOException {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>();
        lines.add("person,as_of,label," + String.join(",", definition.features()));
        for (int person = 0; person < people; person++) {
            for (int daysBefore : new int[] {0, 30, 90, 120}) {
                lines.add(row(definition, "p" + person, JUDGED_AT.minus(Duration.ofDays(daysBefore)), random, amounts));
            }
        }
        return Files.write(file, lines);
    }

    private static String row(
            VectorDefinition definition, String person, Instant asOf, Random random, boolean amounts) {
        StringBuilder line = new StringBuilder();
        double recency = 0;
        double rate = 0;
        for (String feature : definition.features()) {
            double value = random.nextInt(100);
            recency = feature.equals("days_since_last_order") ? value : recency;
            rate = feature.equals("orders_90d") ? value : rate;
            boolean missing = feature.equals("order_interval_mean") && random.nextInt(3) == 0;
            line.append(',').append(missing ? "" : Double.toString(value));
        }
        boolean positive = recency - rate + 25 * random.nextGaussian() > 0;
        double amount = recency < 30 ? 0 : recency * (0.5 + random.nextDouble());
        return person + "," + asOf + "," + (amounts ? String.valueOf(amount) : positive ? "1" : "0") + line;
    }
}
