package io.attune.trainer.learning;

import io.attune.card.Bar;
import io.attune.evaluation.AreaUnderCurve;
import io.attune.frame.Feature;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * How much worse a model ranks when a column's values are dealt to other rows (Breiman 2001; Fisher, Rudin & Dominici 2019):
 * all features of a column together.
 */
public final class PermutationImportance {
    private static final int MOST_ROWS = 2_000;

    private final Served served;
    private final Table table;
    private final int[] rows;
    private final int[] dealt;

    private PermutationImportance(Served served, Table table, int[] among, long seed) {
        this.served = served;
        this.table = table;
        List<Integer> order = new ArrayList<>(IntStream.of(among).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        rows = order.stream().limit(MOST_ROWS).mapToInt(Integer::intValue).toArray();
        dealt = new int[rows.length];
        for (int index = 0; index < rows.length; index++) {
            dealt[index] = rows[(index + 1) % rows.length];
        }
    }

    /** The loss of area under the curve by column, largest first, over some of the rows that it learned from. */
    public static List<Bar> of(Served served, Table table, long seed) {
        return of(served, table, table.allRows(), seed);
    }

    /** The same over some of these rows. */
    static List<Bar> of(Served served, Table table, int[] rows, long seed) {
        PermutationImportance importance = new PermutationImportance(served, table, rows, seed);
        double whole = importance.area("");
        return table.frame().features().stream()
                .map(Feature::source)
                .distinct()
                .map(column -> new Bar(column, whole - importance.area(column)))
                .sorted(Comparator.comparingDouble(Bar::length).reversed())
                .toList();
    }

    /** The area under the curve with this column's values dealt to other rows. */
    private double area(String column) {
        double[] scores = new double[rows.length];
        for (int index = 0; index < rows.length; index++) {
            int row = rows[index];
            int other = dealt[index];
            scores[index] = served.score(feature -> feature.source().equals(column) ? other : row);
        }
        return AreaUnderCurve.roc(scores, table.labels(rows));
    }
}
