package io.attune.sandbox.population.person;

import io.attune.sandbox.population.dice.Dice;
import io.attune.sandbox.population.resource.Rows;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Gives every person a name, an address, an e-mail address and a phone number. E-mail addresses and phone numbers are
 * unique, since each holds a number of the person's own.
 */
final class Identities {
    private static final List<String> MAIL_DOMAINS = List.of(
            "example.com", "example.org", "example.net", "mail.example.com", "post.example.org", "web.example.net");
    private static final List<String> STREETS =
            List.of("Station", "Church", "Mill", "High", "Garden", "Lake", "Bridge", "Forest", "Market", "Castle");
    private static final String WORK_DOMAIN = "work.example.com";

    private final Names names = new Names();
    private final List<Place> places = Rows.of("places.csv").stream()
            .map(row -> new Place(
                    row.get(0),
                    row.get(1),
                    row.get(2),
                    row.get(3),
                    ZoneId.of(row.get(4)),
                    row.get(5),
                    Double.parseDouble(row.get(6)),
                    row.get(7)))
            .toList();
    private final double[] weights = places.stream().mapToDouble(Place::weight).toArray();

    Identity identity(int index, Numbers numbers, Dice dice) {
        int number = numbers.of("email", index);
        Place place = places.get(dice.weighted(weights));
        Names.Given given = names.given(place.language(), dice);
        String family = names.family(place.language(), dice);
        LocalDate birthDate = LocalDate.of(1946, 1, 1).plusDays(dice.below(60 * 365));
        String street = dice.pick(STREETS) + " Street " + (1 + dice.below(180));
        String local = local(given.name(), family, number, dice);
        Optional<String> workEmail = dice.chance(0.12)
                ? Optional.of(plain(family) + "." + numbers.of("work", index) + "@" + WORK_DOMAIN)
                : Optional.empty();
        return new Identity(
                given.name(),
                given.nicknames(),
                family,
                birthDate,
                street,
                digits(place.postcode(), dice),
                place,
                local + "@" + dice.pick(MAIL_DOMAINS),
                workEmail,
                Phone.of(place, String.format(Locale.ROOT, "%06d", numbers.of("phone", index))));
    }

    private static String local(String given, String family, int number, Dice dice) {
        return switch (dice.below(4)) {
            case 0 -> plain(given) + "." + plain(family) + number;
            case 1 -> plain(given).charAt(0) + plain(family) + number;
            case 2 -> plain(family) + "_" + plain(given) + number;
            default -> plain(given) + number + "." + plain(family);
        };
    }

    private static String plain(String name) {
        String folded = name.replace("ß", "ss").replace("ı", "i");
        return Normalizer.normalize(folded, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z]", "");
    }

    private static String digits(String pattern, Dice dice) {
        StringBuilder text = new StringBuilder(pattern);
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) == '#') {
                text.setCharAt(at, (char) ('0' + dice.below(10)));
            }
        }
        return text.toString();
    }
}
