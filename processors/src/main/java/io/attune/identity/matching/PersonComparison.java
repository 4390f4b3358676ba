package io.attune.identity.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares two persons attribute by attribute. Where the given name of one is the family name of the other, names are compared
 * crosswise, and an own line says so. Thread-safe.
 */
final class PersonComparison {
    static final String NAME_ORDER = "name_order";

    private static final int AS_GIVEN = 0;
    private static final int SWAPPED = 1;
    private static final int LAST_GOOD_NAME = 2;
    private static final int MOST_LEVEL = 14;

    private final List<Comparison> comparisons = new ArrayList<>();
    private final Column[] columns;
    private final int[] numbers;
    private final ValueComparator[] comparators;
    private final int given;
    private final int family;
    private final int email;
    private final Optional<NamedMailboxes> mailboxes;

    PersonComparison(Persons persons, Nicknames nicknames) {
        columns = persons.columns().toArray(new Column[0]);
        numbers = byPerson(columns, persons.size());
        comparators = new ValueComparator[columns.length];
        Map<Values, Sounds> sounds = new HashMap<>();
        List<Attribute> attributes = new ArrayList<>();
        for (int i = 0; i < columns.length; i++) {
            comparators[i] = comparator(columns[i], nicknames, sounds);
            attributes.add(columns[i].attribute());
            comparisons.add(new Comparison(columns[i].attribute().key(), comparators[i].levels()));
        }
        given = attributes.indexOf(Attribute.GIVEN_NAME);
        family = attributes.indexOf(Attribute.FAMILY_NAME);
        email = attributes.indexOf(Attribute.EMAIL);
        mailboxes = persons.column(Attribute.EMAIL).map(emails -> new NamedMailboxes(persons, emails));
        if (given >= 0 && family >= 0) {
            comparisons.add(new Comparison(NAME_ORDER, List.of("as-given", "swapped")));
        }
    }

    /** All numbers of one person beside each other, since pairs are compared in no order that would suit columns. */
    private static int[] byPerson(Column[] columns, int persons) {
        int[] numbers = new int[persons * columns.length];
        for (int i = 0; i < columns.length; i++) {
            int[] column = columns[i].numbers();
            for (int person = 0; person < persons; person++) {
                numbers[person * columns.length + i] = column[person];
            }
        }
        return numbers;
    }

    private static ValueComparator comparator(Column column, Nicknames nicknames, Map<Values, Sounds> sounds) {
        Values values = column.values();
        return switch (column.attribute()) {
            case GIVEN_NAME -> new NameComparator(values, sounds.computeIfAbsent(values, Sounds::new), nicknames);
            case FAMILY_NAME ->
                new NameComparator(values, sounds.computeIfAbsent(values, Sounds::new), Nicknames.none());
            case BIRTH_DATE -> new BirthDateComparator(values);
            case EMAIL -> new EmailComparator(values);
            case PHONE -> new PhoneComparator(values);
            case STREET, ADDRESS2, CITY -> new TextComparator(values);
            case STREET_NUMBER, REGION, POSTCODE, COUNTRY, CUSTOMER_ID -> new CodeComparator(values);
        };
    }

    /** The lines, in their places in a pattern. */
    List<Comparison> comparisons() {
        return List.copyOf(comparisons);
    }

    /** How two persons compare: a level for each line, packed. */
    long pattern(int left, int right) {
        boolean bothNames = given >= 0 && family >= 0;
        long pattern = bothNames ? names(left, right) : 0;
        for (int i = 0; i < columns.length; i++) {
            if (!bothNames || (i != given && i != family)) {
                pattern |= Comparison.packed(i, level(i, number(left, i), number(right, i)));
            }
        }
        return mailboxes.isPresent() && alike(Comparison.level(pattern, email)) && sameName(pattern)
                ? withoutNamedMailbox(pattern, left, right)
                : pattern;
    }

    private boolean alike(int emailLevel) {
        return emailLevel > 0 && emailLevel < comparisons.get(email).levels().size() - 1;
    }

    private boolean sameName(long pattern) {
        return (given >= 0 && good(Comparison.level(pattern, given)))
                || (family >= 0 && good(Comparison.level(pattern, family)));
    }

    private long withoutNamedMailbox(long pattern, int left, int right) {
        NamedMailboxes named = mailboxes.orElseThrow();
        return named.named(left) && named.named(right) ? pattern & ~Comparison.packed(email, MOST_LEVEL) : pattern;
    }

    private long names(int left, int right) {
        int givenLeft = number(left, given);
        int givenRight = number(right, given);
        int familyLeft = number(left, family);
        int familyRight = number(right, family);
        int givenLevel = level(given, givenLeft, givenRight);
        int familyLevel = level(family, familyLeft, familyRight);
        if (!good(givenLevel) && !good(familyLevel)) {
            int crossGiven = level(family, givenLeft, familyRight);
            int crossFamily = level(family, familyLeft, givenRight);
            if (swapped(crossGiven, crossFamily)) {
                return Comparison.packed(given, crossGiven)
                        | Comparison.packed(family, crossFamily)
                        | Comparison.packed(columns.length, SWAPPED);
            }
        }
        boolean bothMissing = givenLevel == Comparison.MISSING && familyLevel == Comparison.MISSING;
        return Comparison.packed(given, givenLevel)
                | Comparison.packed(family, familyLevel)
                | Comparison.packed(columns.length, bothMissing ? Comparison.MISSING : AS_GIVEN);
    }

    private int number(int person, int column) {
        return numbers[person * columns.length + column];
    }

    private static boolean swapped(int crossGiven, int crossFamily) {
        return (good(crossGiven) && good(crossFamily))
                || (crossGiven == 0 && crossFamily == Comparison.MISSING)
                || (crossFamily == 0 && crossGiven == Comparison.MISSING);
    }

    private static boolean good(int level) {
        return level != Comparison.MISSING && level <= LAST_GOOD_NAME;
    }

    private int level(int comparison, int left, int right) {
        if (left == Values.MISSING || right == Values.MISSING) {
            return Comparison.MISSING;
        }
        return left == right ? 0 : comparators[comparison].level(left, right);
    }

    /** Whether a pattern's names were compared crosswise. */
    boolean swapped(long pattern) {
        return given >= 0 && family >= 0 && Comparison.level(pattern, columns.length) == SWAPPED;
    }

    Column column(int comparison) {
        return columns[comparison];
    }

    int columns() {
        return columns.length;
    }
}
