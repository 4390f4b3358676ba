package io.attune.frame;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a model predicts: that a column has one certain value.
 *
 * @param column its name
 * @param positive the value whose probability is predicted
 * @param others the other values that training saw
 */
public record Label(String column, String positive, List<String> others) {
    private static final List<String> AFFIRMATIVE = List.of("1", "1.0", "yes", "true", "y", "t", "positive", "pos");
    private static final int SHOWN = 8;

    public Label {
        others = List.copyOf(others);
    }

    /**
     * Finds the two values of a label.
     *
     * @param wanted the positive value; absent, it is the one that says yes (1, yes, true …), else the rarer one
     * @throws FrameException when the column has not two values, or has not the wanted one
     */
    public static Label infer(FlatFrame frame, String column, Optional<String> wanted) {
        Map<String, Long> counts = frame.column(column).stream()
                .filter(cell -> !Missing.is(cell))
                .collect(Collectors.groupingBy(cell -> cell, TreeMap::new, Collectors.counting()));
        if (counts.size() < 2) {
            throw new FrameException(frame.file() + ": the label " + column + " has "
                    + (counts.isEmpty() ? "no value" : "only the value " + counts.keySet())
                    + "; there must be rows of both kinds to learn from");
        }
        if (wanted.isEmpty() && counts.size() > 2) {
            throw new FrameException(frame.file() + ": the label " + column + " has " + counts.size() + " values ("
                    + shown(counts) + "), and a probability is of one value against the rest: name it with"
                    + " --positive VALUE, or name another column with --label");
        }
        String positive =
                wanted.map(value -> matching(frame, column, value, counts)).orElseGet(() -> affirmative(counts));
        return new Label(
                column,
                positive,
                counts.keySet().stream()
                        .filter(value -> !value.equals(positive))
                        .toList());
    }

    /** Whether a cell says the label at all. */
    public boolean isKnown(String cell) {
        return !Missing.is(cell);
    }

    public boolean isPositive(String cell) {
        return cell.equals(positive);
    }

    private static String matching(FlatFrame frame, String column, String wanted, Map<String, Long> counts) {
        return counts.keySet().stream()
                .filter(value -> value.equals(wanted))
                .findFirst()
                .or(() -> counts.keySet().stream()
                        .filter(value -> value.equalsIgnoreCase(wanted.strip()))
                        .findFirst())
                .orElseThrow(() -> new FrameException(frame.file() + ": the label " + column + " never has the value "
                        + wanted + " that --positive names; it has " + shown(counts)));
    }

    private static String affirmative(Map<String, Long> counts) {
        return counts.keySet().stream()
                .filter(value -> AFFIRMATIVE.contains(value.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseGet(() -> counts.entrySet().stream()
                        .min(Map.Entry.comparingByValue())
                        .orElseThrow()
                        .getKey());
    }

    private static String shown(Map<String, Long> counts) {
        String values = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .limit(SHOWN)
                .map(entry -> entry.getKey() + ": " + entry.getValue() + " rows")
                .collect(Collectors.joining(", "));
        return counts.size() > SHOWN ? values + ", …" : values;
    }
}
