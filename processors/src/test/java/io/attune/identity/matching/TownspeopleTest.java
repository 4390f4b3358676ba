package io.attune.identity.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A file of many towns with few duplicates and no birth dates: namesakes of one town are compared in masses, and are not one person. */
class TownspeopleTest {
    private static final MatchingDefinition DEFINITION =
            MatchingDefinitionReader.read(Path.of("../connectors-config/matching.yaml"));
    private static final int PEOPLE = 15_000;
    private static final int TOWNS = 400;
    private static final int DUPLICATES = 1_500;
    private static final List<Attribute> ATTRIBUTES = List.of(
            Attribute.GIVEN_NAME,
            Attribute.FAMILY_NAME,
            Attribute.STREET_NUMBER,
            Attribute.STREET,
            Attribute.CITY,
            Attribute.POSTCODE);

    private final Random random = new Random(5);

    @Test
    void areNotOnePersonForTheirGivenNameAndTown() {
        PersonTable table = new PersonTable(ATTRIBUTES);
        List<String> truth = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            List<String> row = person();
            table.add(row);
            truth.add("p" + person);
            if (person < DUPLICATES) {
                table.add(told(row));
                truth.add("p" + person);
            }
        }
        ResolvedTable resolved = new Resolver(DEFINITION).resolve(table);
        PairQuality sure = PairQuality.of(resolved.clusters(), truth, truth.size());
        PairQuality withReview = PairQuality.of(resolved.clustersWithReview(), truth, truth.size());

        assertThat(sure.precision()).isGreaterThanOrEqualTo(0.99);
        assertThat(withReview.f1()).isGreaterThan(0.9);
    }

    private List<String> person() {
        int town = (int) Math.pow(TOWNS, random.nextDouble());
        return List.of(
                word(500, 3),
                word(9_000, 17),
                String.valueOf(1 + random.nextInt(150)),
                word(3_000, 29) + " street",
                word("town", town),
                String.valueOf(10_000 + town * 37 + random.nextInt(12)));
    }

    /** One of so many words, the first ones far more often than the last. */
    private String word(int words, int kind) {
        return word("kind" + kind, (int) Math.pow(words, random.nextDouble()));
    }

    private static String word(String kind, int number) {
        return new Random((kind + number).hashCode())
                .ints(7, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The row with slips in some values, and others missing. */
    private List<String> told(List<String> row) {
        return row.stream()
                .map(value -> switch (random.nextInt(12)) {
                    case 0 -> "";
                    case 1 -> value.substring(0, value.length() - 1);
                    default -> value;
                })
                .toList();
    }
}
