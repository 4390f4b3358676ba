package io.attune.identity.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** People with given name, family name, birth date and e-mail, each told up to four times with slips and gaps. */
final class MistypedPeople {
    private static final List<String> GIVEN = List.of(
            "Julia",
            "Noah",
            "Amelia",
            "Oliver",
            "Thea",
            "Harris",
            "Matilda",
            "Charlie",
            "Robert",
            "Elizabeth",
            "Ida",
            "Max");
    private static final List<String> FAMILY = List.of(
            "Taylor",
            "Watson",
            "Bell",
            "Alexander",
            "Connolly",
            "Thompson",
            "Baxter",
            "Wilson",
            "Andrews",
            "Smith",
            "Okafor",
            "Nguyen",
            "Featherstone",
            "Underhill",
            "Marchetti",
            "Lindqvist",
            "Haverkamp",
            "Petrov");

    private final List<List<String>> rows = new ArrayList<>();
    private final List<String> truth = new ArrayList<>();
    private final Random random;

    MistypedPeople(long seed, int people) {
        random = new Random(seed);
        for (int person = 0; person < people; person++) {
            List<String> original = person(person);
            int records = 1 + random.nextInt(4);
            for (int record = 0; record < records; record++) {
                rows.add(original.stream().map(this::told).toList());
                truth.add("p" + person);
            }
        }
    }

    List<List<String>> rows() {
        return rows;
    }

    List<String> truth() {
        return truth;
    }

    private List<String> person(int number) {
        String given = GIVEN.get(random.nextInt(GIVEN.size()));
        String family = FAMILY.get(random.nextInt(FAMILY.size()));
        String date = String.format(
                Locale.ROOT, "%d-%02d-%02d", 1940 + random.nextInt(65), 1 + random.nextInt(12), 1 + random.nextInt(28));
        String email = Integer.toString(number * 7919 + 46656, 36) + given.toLowerCase(Locale.ROOT) + "@example.com";
        return List.of(given, family, date, email);
    }

    private String told(String value) {
        int fate = random.nextInt(20);
        if (fate == 0) {
            return "";
        }
        int place = random.nextInt(value.length() - 1);
        return fate > 1
                ? value
                : value.substring(0, place)
                        + value.charAt(place + 1)
                        + value.charAt(place)
                        + value.substring(place + 2);
    }
}
