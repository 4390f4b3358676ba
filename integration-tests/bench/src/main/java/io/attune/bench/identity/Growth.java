package io.attune.bench.identity;

import com.sun.management.OperatingSystemMXBean;
import io.attune.identity.matching.MatchingDefinitionReader;
import io.attune.identity.matching.PairQuality;
import io.attune.identity.matching.PersonTable;
import io.attune.identity.matching.ResolvedTable;
import io.attune.identity.matching.Resolver;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How matching grows with the number of rows: {@code Growth CHECKOUT ROWS} prints one line. Give it the heap to be measured. */
public final class Growth {
    private Growth() {}

    public static void main(String... arguments) {
        int rows = Integer.parseInt(arguments[1]);
        PersonTable table = new PersonTable(GeneratedPeople.ATTRIBUTES);
        List<String> truth = new ArrayList<>();
        new GeneratedPeople().forEach(rows, (row, person) -> {
            table.add(row);
            truth.add(String.valueOf(person));
        });
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long processor = system.getProcessCpuTime();
        long start = System.nanoTime();
        ResolvedTable resolved = new Resolver(
                        MatchingDefinitionReader.read(Path.of(arguments[0], "connectors-config/matching.yaml")))
                .resolve(table);
        double seconds = (System.nanoTime() - start) / 1e9;
        double processorSeconds = (system.getProcessCpuTime() - processor) / 1e9;
        PairQuality sure = PairQuality.of(resolved.clusters(), truth, rows);
        PairQuality withReview = PairQuality.of(resolved.clustersWithReview(), truth, rows);
        System.out.printf(
                Locale.ROOT,
                "%,d rows: %.0f s of processor time, %.0f s on the clock, %,d pairs compared;"
                        + " F1 %.4f sure (precision %.4f), %.4f with review%n",
                rows,
                processorSeconds,
                seconds,
                resolved.comparedPairs(),
                sure.f1(),
                sure.precision(),
                withReview.f1());
    }
}
