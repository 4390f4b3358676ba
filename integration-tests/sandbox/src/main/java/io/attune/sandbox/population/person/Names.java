package io.attune.sandbox.population.person;

import io.attune.sandbox.population.dice.Dice;
import io.attune.sandbox.population.resource.Rows;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Given names with their nicknames, and family names, by language. */
final class Names {
    /** A given name and what friends call its bearers. */
    record Given(String name, List<String> nicknames) {}

    private final Map<String, List<Given>> given = Rows.of("given-names.csv").stream()
            .collect(Collectors.groupingBy(row -> row.get(0), Collectors.mapping(Names::given, Collectors.toList())));
    private final Map<String, List<String>> family = Rows.of("family-names.csv").stream()
            .collect(Collectors.groupingBy(
                    row -> row.get(0), Collectors.mapping(row -> row.get(1), Collectors.toList())));

    Given given(String language, Dice dice) {
        return dice.pick(given.get(language));
    }

    String family(String language, Dice dice) {
        return dice.pick(family.get(language));
    }

    private static Given given(List<String> row) {
        List<String> nicknames = Stream.of(row.get(2).split(","))
                .filter(nickname -> !nickname.isEmpty())
                .toList();
        return new Given(row.get(1), nicknames);
    }
}
