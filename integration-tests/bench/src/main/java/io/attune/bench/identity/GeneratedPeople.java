package io.attune.bench.identity;

import io.attune.identity.matching.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;

/** People whose names are distributed after Zipf; a fifth of the rows tell of somebody told already, with slips, gaps and moves. */
final class GeneratedPeople {
    static final List<Attribute> ATTRIBUTES = List.of(
            Attribute.GIVEN_NAME,
            Attribute.FAMILY_NAME,
            Attribute.BIRTH_DATE,
            Attribute.EMAIL,
            Attribute.PHONE,
            Attribute.STREET_NUMBER,
            Attribute.STREET,
            Attribute.CITY,
            Attribute.POSTCODE);

    private static final int CITIES = 2_000;

    private final SplittableRandom random = new SplittableRandom(20_261_122);
    private final ZipfWords given = new ZipfWords(random, 3_000, 2, 3);
    private final ZipfWords family = new ZipfWords(random, 60_000, 2, 4);
    private final ZipfWords streets = new ZipfWords(random, 20_000, 2, 4);
    private final ZipfWords providers = new ZipfWords(random, 500, 2, 3);
    private final ZipfWords cities = new ZipfWords(random, CITIES, 2, 3);

    /** Hands over rows of {@link #ATTRIBUTES}, and a number for the person each is about. */
    void forEach(int rows, BiConsumer<List<String>, Integer> row) {
        int person = 0;
        for (int made = 0; made < rows; person++) {
            List<String> truth = person();
            row.accept(truth, person);
            made++;
            // Every row is followed by a duplicate with one chance in five, so that a fifth of all rows are duplicates.
            while (made < rows && random.nextInt(5) == 0) {
                row.accept(retold(truth), person);
                made++;
            }
        }
    }

    private List<String> person() {
        String first = given.draw(random);
        String last = family.draw(random);
        String born = String.format(
                Locale.ROOT, "%d-%02d-%02d", 1935 + random.nextInt(70), 1 + random.nextInt(12), 1 + random.nextInt(28));
        String mailbox = random.nextBoolean() ? first + "." + last : first.charAt(0) + last + random.nextInt(100);
        List<String> person = new ArrayList<>(List.of(
                first,
                last,
                born,
                mailbox + "@" + providers.draw(random) + ".com",
                "0" + (100_000_000 + random.nextInt(900_000_000))));
        person.addAll(address());
        return person;
    }

    private List<String> address() {
        String city = cities.draw(random);
        int postcode = 10_000 + Math.floorMod(city.hashCode(), CITIES) * 40 + random.nextInt(5);
        return List.of(
                String.valueOf(1 + random.nextInt(200)),
                streets.draw(random) + " street",
                city,
                String.valueOf(postcode));
    }

    private List<String> retold(List<String> truth) {
        List<String> told = new ArrayList<>(truth);
        if (random.nextInt(20) == 0) {
            List<String> moved = address();
            for (int i = 0; i < moved.size(); i++) {
                told.set(told.size() - moved.size() + i, moved.get(i));
            }
        }
        told.replaceAll(value -> {
            int fate = random.nextInt(100);
            return fate < 5 ? "" : fate < 13 ? slipped(value) : value;
        });
        return told;
    }

    private String slipped(String value) {
        if (value.length() < 2) {
            return value;
        }
        int place = random.nextInt(value.length() - 1);
        String start = value.substring(0, place);
        char letter = value.charAt(place);
        return switch (random.nextInt(4)) {
            case 0 -> start + value.charAt(place + 1) + letter + value.substring(place + 2);
            case 1 -> start + value.substring(place + 1);
            case 2 -> start + letter + value.substring(place);
            default -> start + (Character.isDigit(letter) ? '7' : 'e') + value.substring(place + 1);
        };
    }
}
