package io.attune.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The cells of one column, counted.
 *
 * @param rows of the frame
 * @param present rows that have a value
 * @param counts rows by value, in order of appearance
 */
record ColumnCells(String name, int rows, int present, Map<String, Integer> counts) {
    /** What share of the cells may be no number in a column of numbers; they count as missing. */
    private static final double STRAY_SHARE = 0.01;
    /** A linear model learns little from a mark that is rarer. */
    private static final double MARKED_SHARE = 0.01;

    /** A way of writing dates that reads few of the first values is not tried on all. */
    private static final int FIRST = 200;

    private static final int MAXIMUM_LEVELS = 100;
    private static final int RARE = 5;
    private static final double RARE_SHARE = 0.0005;
    private static final double COVERED_SHARE = 0.2;

    static ColumnCells of(String name, List<String> cells) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        int present = 0;
        for (String cell : cells) {
            if (!Missing.is(cell)) {
                counts.merge(cell, 1, Integer::sum);
                present++;
            }
        }
        return new ColumnCells(name, cells.size(), present, counts);
    }

    int distinct() {
        return counts.size();
    }

    Optional<FrameColumn> asNumbers() {
        if (writesCodes()) {
            return Optional.empty();
        }
        for (NumberStyle style : NumberStyle.values()) {
            int accepted = sum(style::accepts);
            if (isNearlyAll(accepted)) {
                return Optional.of(new NumberColumn(name, style, rows - accepted >= rows * MARKED_SHARE));
            }
        }
        return Optional.empty();
    }

    Optional<FrameColumn> asDates() {
        return Arrays.stream(DateStyle.values())
                .filter(style -> !style.writesDigitsOnly() && readsHalfOfTheFirst(style))
                .filter(style -> isNearlyAll(sum(cell -> style.parse(cell).isPresent())))
                .findFirst()
                .map(this::dates);
    }

    /** Dates that are written as numbers are, {@code 20240531} or seconds since 1970: every value must be one. */
    Optional<FrameColumn> asDatesOfDigits() {
        return Arrays.stream(DateStyle.values())
                .filter(style -> style.writesDigitsOnly() && distinct() > 1 && readsHalfOfTheFirst(style))
                .filter(style -> counts.keySet().stream()
                        .allMatch(cell -> Missing.isAmongNumbers(cell)
                                || style.parse(cell).isPresent()))
                .findFirst()
                .map(this::dates);
    }

    private FrameColumn dates(DateStyle style) {
        boolean hours = counts.keySet().stream()
                .flatMap(cell -> style.parse(cell).stream())
                .anyMatch(moment -> moment.getHour() != 0);
        return new DateColumn(name, style, hours);
    }

    private boolean readsHalfOfTheFirst(DateStyle style) {
        List<String> first = counts.keySet().stream().limit(FIRST).toList();
        long read = first.stream().filter(cell -> style.parse(cell).isPresent()).count();
        return read > 0 && read >= first.size() / 2;
    }

    Optional<FrameColumn> asCategory() {
        double least = Math.max(Math.min(RARE, rows / 50), rows * RARE_SHARE);
        List<String> common = counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= least)
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MAXIMUM_LEVELS)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        int covered = common.stream().mapToInt(counts::get).sum();
        if (covered < present * COVERED_SHARE) {
            return Optional.empty();
        }
        List<String> levels = new ArrayList<>(common);
        if (covered < present && !levels.contains(CategoryColumn.OTHER)) {
            levels.add(CategoryColumn.OTHER);
        }
        if (present < rows && !levels.contains(CategoryColumn.MISSING)) {
            levels.add(CategoryColumn.MISSING);
        }
        return Optional.of(new CategoryColumn(name, levels));
    }

    /** Digits with a leading zero are a code, such as a postal one: their size means nothing. */
    private boolean writesCodes() {
        return counts.keySet().stream().anyMatch(cell -> cell.matches("0\\d+"))
                && counts.keySet().stream().allMatch(cell -> cell.matches("\\d+"));
    }

    private boolean isNearlyAll(int accepted) {
        int words = sum(Missing::isAmongNumbers);
        return accepted > 0 && present - words - accepted <= (present - words) * STRAY_SHARE && accepted >= words;
    }

    private int sum(Predicate<String> condition) {
        return counts.entrySet().stream()
                .filter(entry -> condition.test(entry.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
