package io.attune.frame;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a model predicts: that a column has one certain value. Values that differ only in case, or in how a number is
 * written (1 and 1.0), are the same.
 *
 * @param column its name
 * @param positive the value whose probability is predicted
 * @param others the other values that training saw
 */
public record Label(String column, String positive, List<String> others) {
    private static final Set<String> AFFIRMATIVE = Set.of("1", "yes", "true", "y", "t", "positive", "pos");
    private static final Set<String> NEGATIVE = Set.of("0", "-1", "no", "false", "n", "f", "negative", "neg", "none");
    private static final int SHOWN = 8;

    public Label {
        others = List.copyOf(others);
    }

    /**
     * Finds the two values of a label.
     *
     * @param wanted the positive value; absent, it is the one that says yes (1, yes, true …), or the one beside that which
     *     says no, else the rarer one
     * @throws FrameException when the column has not two values, or has not the wanted one
     */
    public static Label infer(FlatFrame frame, String column, Optional<String> wanted) {
        Map<String, Long> counts = counts(frame.column(column));
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
        return !Missing.isUnanswered(cell);
    }

    public boolean isPositive(String cell) {
        return cell.equals(positive) || same(cell).equals(same(positive));
    }

    /**
     * Demands that the known ones of some cells say what training knew, at least one of them.
     *
     * @throws FrameException when each says something else
     */
    public void requireFamiliar(FlatFrame frame, String from, Collection<String> cells) {
        Map<String, Long> counts = counts(cells);
        Set<String> familiar = others.stream().map(Label::same).collect(Collectors.toSet());
        boolean none = counts.keySet().stream().noneMatch(value -> isPositive(value) || familiar.contains(same(value)));
        if (none && !counts.isEmpty()) {
            throw new FrameException(frame.file() + ": the label " + from + " has " + shown(counts)
                    + ", but the model was trained to tell " + positive + " from " + String.join(", ", others)
                    + "; name the column that holds the same values with --label");
        }
    }

    /** Rows by value, each value as it is written most often. */
    private static Map<String, Long> counts(Collection<String> cells) {
        Map<String, Map<String, Long>> writings = new HashMap<>();
        cells.stream()
                .filter(cell -> !Missing.isUnanswered(cell))
                .collect(Collectors.groupingBy(cell -> cell, Collectors.counting()))
                .forEach((cell, count) -> writings.computeIfAbsent(same(cell), first -> new TreeMap<>())
                        .put(cell, count));
        Map<String, Long> counts = new TreeMap<>();
        writings.values()
                .forEach(each -> counts.put(
                        mostOften(each),
                        each.values().stream().mapToLong(Long::longValue).sum()));
        return counts;
    }

    private static String mostOften(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    /** The same text for everything that means the same. */
    private static String same(String cell) {
        return NumberStyle.PLAIN.accepts(cell)
                ? new BigDecimal(cell).stripTrailingZeros().toPlainString()
                : cell.toLowerCase(Locale.ROOT);
    }

    private static String matching(FlatFrame frame, String column, String wanted, Map<String, Long> counts) {
        String cleaned = Cells.clean(wanted);
        return counts.keySet().stream()
                .filter(value -> same(value).equals(same(cleaned)))
                .findFirst()
                .orElseThrow(() -> new FrameException(frame.file() + ": the label " + column + " never has the value "
                        + wanted + " that --positive names; it has " + shown(counts)));
    }

    private static String affirmative(Map<String, Long> counts) {
        List<String> values = new ArrayList<>(counts.keySet());
        List<String> yes = values.stream()
                .filter(value -> AFFIRMATIVE.contains(same(value)))
                .toList();
        List<String> notNo =
                values.stream().filter(value -> !NEGATIVE.contains(same(value))).toList();
        // Beside a 2, a 1 is the number of a class and no yes.
        boolean numbered =
                values.stream().allMatch(value -> NumberStyle.PLAIN.accepts(value) && !NEGATIVE.contains(same(value)));
        if (yes.size() == 1 && !numbered) {
            return yes.get(0);
        }
        return notNo.size() == 1
                ? notNo.get(0)
                : counts.entrySet().stream()
                        .min(Map.Entry.comparingByValue())
                        .orElseThrow()
                        .getKey();
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
