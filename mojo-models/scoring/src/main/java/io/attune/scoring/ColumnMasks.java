package io.attune.scoring;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** All splits of one column, ready to be applied to the words of all trees. Immutable. */
final class ColumnMasks {

    /** Splits between two summaries: few enough to apply one by one, many enough for the summaries to stay in the cache. */
    private static final int STRIDE = 16;

    private final int column;
    private final MaskList missing;
    private final double[] limits;
    private final MaskList byLimit;
    private final MaskList[] byLevel;

    private ColumnMasks(int column, MaskList missing, List<SplitMask> limited, MaskList[] byLevel, int trees) {
        this.column = column;
        this.missing = missing;
        this.limits = limited.stream().mapToDouble(ColumnMasks::limit).toArray();
        this.byLimit = new MaskList(limited, STRIDE, trees);
        this.byLevel = byLevel;
    }

    static ColumnMasks of(Forest forest, int column, List<SplitMask> splits) {
        List<SplitMask> own = splits.stream()
                .filter(split -> split.split().column() == column)
                .toList();
        OptionalInt levels = forest.levels().get(column);
        List<SplitMask> limited = levels.isPresent()
                ? List.of()
                : own.stream()
                        .filter(split -> split.split().limit().isPresent())
                        .sorted(Comparator.comparingDouble(ColumnMasks::limit))
                        .toList();
        MaskList[] byLevel = IntStream.range(0, levels.orElse(0))
                .mapToObj(level -> right(forest, own, level))
                .toArray(MaskList[]::new);
        return new ColumnMasks(
                column,
                right(forest, own, Double.NaN),
                limited,
                byLevel,
                forest.trees().size());
    }

    private static double limit(SplitMask split) {
        return split.split().limit().orElseThrow();
    }

    private static MaskList right(Forest forest, List<SplitMask> splits, double value) {
        List<SplitMask> right = splits.stream()
                .filter(split -> forest.goesRight(split.split(), value))
                .toList();
        // Always applied as a whole, so one summary at the end will do.
        return new MaskList(
                right, Math.max(STRIDE, right.size()), forest.trees().size());
    }

    /** Applies what the row's value asks for; false, with nothing done, where it is no level though it should be. */
    boolean apply(double[] row, long[] words) {
        double value = row[column];
        if (Double.isNaN(value)) {
            missing.apply(words);
        } else if (byLevel.length == 0) {
            byLimit.apply(words, below(value));
        } else {
            return applyLevel(value, words);
        }
        return true;
    }

    private boolean applyLevel(double value, long[] words) {
        int level = (int) value;
        if (level != value || level < 0) {
            return false;
        }
        (level < byLevel.length ? byLevel[level] : missing).apply(words);
        return true;
    }

    /** How many splits have a limit that is not above the value, by a search without branches to be mispredicted. */
    private int below(double value) {
        int low = 0;
        int length = limits.length;
        while (length > 1) {
            int half = length >>> 1;
            low += value >= limits[low + half - 1] ? half : 0;
            length -= half;
        }
        return length == 1 && value >= limits[low] ? low + 1 : low;
    }
}
