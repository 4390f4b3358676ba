package io.attune.trainer.segments;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Describes groups in words from their centres: by what sets them farthest from the average. */
final class Descriptions {
    /** In standard deviations: what is nearer to the average than that goes without saying. */
    private static final double NOTABLE = 0.4;

    private static final int MOST = 3;
    private static final int IN_A_NAME = 2;

    private final List<Wording> wordings;

    /** @param wordings of each feature, in the order of the centres' coordinates */
    Descriptions(List<Wording> wordings) {
        this.wordings = List.copyOf(wordings);
    }

    /** Such as "buys often, spends much, rarely visits". */
    String of(double[] centre) {
        List<String> phrases = phrases(centre);
        return phrases.isEmpty()
                ? "average in everything"
                : phrases.stream().limit(MOST).collect(Collectors.joining(", "));
    }

    /**
     * A short name that no other group has.
     *
     * @param taken names of other groups
     */
    String name(double[] centre, List<String> taken) {
        List<String> phrases = phrases(centre);
        if (phrases.isEmpty()) {
            return numbered("Average", taken);
        }
        for (int length = Math.min(IN_A_NAME, phrases.size()); length <= phrases.size(); length++) {
            String name = capital(String.join(", ", phrases.subList(0, length)));
            if (!taken.contains(name)) {
                return name;
            }
        }
        return numbered(capital(String.join(", ", phrases.subList(0, Math.min(IN_A_NAME, phrases.size())))), taken);
    }

    private List<String> phrases(double[] centre) {
        List<String> phrases = new ArrayList<>();
        IntStream.range(0, centre.length)
                .boxed()
                .filter(feature -> Math.abs(centre[feature]) >= NOTABLE)
                .sorted(Comparator.comparingDouble((Integer feature) -> -Math.abs(centre[feature])))
                .map(feature -> centre[feature] > 0
                        ? wordings.get(feature).high()
                        : wordings.get(feature).low())
                .distinct()
                .forEach(phrases::add);
        return phrases;
    }

    private static String numbered(String name, List<String> taken) {
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> number == 1 ? name : name + " " + number)
                .filter(candidate -> !taken.contains(candidate))
                .findFirst()
                .orElseThrow();
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
