package io.attune.bench.identity;

import io.attune.bench.Comparison;
import io.attune.bench.Part;
import io.attune.bench.Workbench;
import io.attune.identity.matching.MatchingDefinition;
import io.attune.identity.matching.MatchingDefinitionReader;
import io.attune.identity.matching.PairQuality;
import io.attune.identity.matching.PersonTable;
import io.attune.identity.matching.ResolvedTable;
import io.attune.identity.matching.Resolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;

/** Attune's matching beside Duke 1.2, on the same generated rows and fields, in turns. */
public final class IdentityPart implements Part {
    private static final int ROWS = 50_000;

    private final List<List<String>> rows = new ArrayList<>();
    private final List<String> truth = new ArrayList<>();

    @Override
    public List<Comparison> measure(Workbench workbench) {
        MatchingDefinition definition =
                MatchingDefinitionReader.read(workbench.root().resolve("connectors-config/matching.yaml"));
        new GeneratedPeople().forEach(ROWS, (row, person) -> {
            rows.add(row);
            truth.add(String.valueOf(person));
        });
        List<Double> speed = new ArrayList<>();
        List<Double> dukeSpeed = new ArrayList<>();
        List<Double> f1 = new ArrayList<>();
        List<Double> dukeF1 = new ArrayList<>();
        for (int turn = 0; turn < workbench.turns(); turn++) {
            double mine = timed(speed, () -> resolved(definition));
            double theirs = timed(dukeSpeed, () -> Duke.resolve(rows).bestF1(truth));
            f1.add(mine * 100);
            dukeF1.add(theirs * 100);
            workbench.progress().show("identity", turn + 1L, workbench.turns());
        }
        String subject = String.format(Locale.ROOT, "%,d persons resolved", ROWS);
        return List.of(
                new Comparison(subject, "rows/s", counting(speed), "Duke 1.2", counting(dukeSpeed)),
                new Comparison(
                        subject + ", F1", "%", counting(f1), "Duke 1.2 at its best threshold", counting(dukeF1)));
    }

    private static List<Double> counting(List<Double> turns) {
        return turns.subList(1, turns.size());
    }

    private static double timed(List<Double> rowsPerSecond, DoubleSupplier run) {
        long start = System.nanoTime();
        double result = run.getAsDouble();
        rowsPerSecond.add(ROWS * 1e9 / (System.nanoTime() - start));
        return result;
    }

    private double resolved(MatchingDefinition definition) {
        PersonTable table = new PersonTable(GeneratedPeople.ATTRIBUTES);
        rows.forEach(table::add);
        ResolvedTable resolved = new Resolver(definition).resolve(table);
        return PairQuality.of(resolved.clustersWithReview(), truth, ROWS).f1();
    }
}
