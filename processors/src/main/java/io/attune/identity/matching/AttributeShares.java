package io.attune.identity.matching;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How rare the values of one attribute are, kept apart from the records that told so: the commonest values by their hashes.
 *
 * @param total how many persons have a value
 * @param lone as how many persons one counts whose value is not among the common ones
 * @param expected the share that a value has on the whole, before anything was counted
 * @param persons how many persons have each common value
 */
record AttributeShares(double total, double lone, double expected, Map<Long, Integer> persons) {
    private static final int MOST_COMMON = 20_000;

    AttributeShares {
        persons = Map.copyOf(persons);
    }

    /** What is supposed where nothing was counted: every value is as rare as values are on the whole. */
    static AttributeShares expected(double share) {
        return new AttributeShares(0, 0, share, Map.of());
    }

    static AttributeShares of(Column column, TermFrequencies counted, double expected, ValueHash hash) {
        int[] persons =
                IntStream.range(0, column.values().size()).map(counted::persons).toArray();
        List<Integer> common = IntStream.range(0, persons.length)
                .filter(number -> persons[number] > 1)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(number -> -persons[number])
                        .thenComparing(number -> number))
                .limit(MOST_COMMON)
                .toList();
        Map<Long, Integer> kept = new HashMap<>();
        common.forEach(
                number -> kept.put(hash.of(column.attribute(), column.values().text(number)), persons[number]));
        return new AttributeShares(Arrays.stream(persons).sum(), TermFrequencies.lone(persons), expected, kept);
    }

    double logShare(long hash) {
        if (total == 0) {
            return Math.log(expected);
        }
        Integer known = persons.get(hash);
        return TermFrequencies.logShare(known == null ? lone : known, total, expected);
    }
}
