package io.attune.identity.matching;

import io.attune.error.AttuneException;
import io.attune.error.ErrorCategory;
import io.attune.identity.matching.text.BirthDates;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Matching as the hub does it: one list of attributes, and models that outlive the records they were learned from. Thread-safe. */
public final class StoreMatching {
    /** What the hub compares, as far as it is known of a record. */
    public static final List<Attribute> ATTRIBUTES = List.of(
            Attribute.GIVEN_NAME,
            Attribute.FAMILY_NAME,
            Attribute.BIRTH_DATE,
            Attribute.EMAIL,
            Attribute.PHONE,
            Attribute.STREET,
            Attribute.CITY,
            Attribute.REGION,
            Attribute.POSTCODE,
            Attribute.COUNTRY,
            Attribute.CUSTOMER_ID);

    private static final BirthDates DATES = BirthDates.readingLike(List.of());

    private final MatchingDefinition definition;
    private final ValueHash hash;
    private final Nicknames nicknames = Nicknames.common();

    public StoreMatching(MatchingDefinition definition, ValueHash hash) {
        this.definition = definition;
        this.hash = hash;
    }

    public MatchingDefinition.Store limits() {
        return definition.store();
    }

    public MatchingDefinition.Clusters clusters() {
        return definition.clusters();
    }

    /** What follows from odds, given as a natural logarithm. */
    public Verdict verdict(double logOdds) {
        return definition.thresholds().verdict(logOdds);
    }

    /** An empty table of persons as the hub compares them. */
    public static PersonTable table() {
        return new PersonTable(ATTRIBUTES);
    }

    /**
     * A row of a table. Dates are read here, one by one: how others write theirs must not change what a record says.
     *
     * @param values as the sources gave them
     */
    public static List<String> row(Map<Attribute, String> values) {
        List<String> row = new ArrayList<>();
        for (Attribute attribute : ATTRIBUTES) {
            String value = values.getOrDefault(attribute, "");
            row.add(attribute == Attribute.BIRTH_DATE ? DATES.normalized(value) : value);
        }
        return row;
    }

    /** The values in the form in which they are compared; those that are missing are absent. */
    public static Map<Attribute, String> normalized(Map<Attribute, String> values) {
        Map<Attribute, List<String>> columns = new EnumMap<>(Attribute.class);
        List<String> row = row(values);
        for (int i = 0; i < row.size(); i++) {
            Attribute attribute = ATTRIBUTES.get(i);
            columns.put(
                    attribute, List.of(Normalization.of(attribute, List.of()).apply(row.get(i))));
        }
        HouseNumbers.split(columns);
        Map<Attribute, String> normalized = new EnumMap<>(Attribute.class);
        columns.forEach((attribute, value) -> {
            if (!value.get(0).isEmpty()) {
                normalized.put(attribute, value.get(0));
            }
        });
        return normalized;
    }

    /** The keys under which a person is found, in clear; those who share none are not compared. */
    public List<String> keys(Map<Attribute, String> normalized) {
        return definition.store().blocking().stream()
                .flatMap(rule -> rule.key(normalized).stream())
                .distinct()
                .toList();
    }

    /** How the names of a person sound, in whatever order: the same for most ways to write them. */
    public static Optional<String> names(Map<Attribute, String> normalized) {
        String given = normalized.getOrDefault(Attribute.GIVEN_NAME, "");
        String family = normalized.getOrDefault(Attribute.FAMILY_NAME, "");
        if (given.isEmpty() && family.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Stream.of(sound(given), sound(family)).sorted().collect(Collectors.joining("|")));
    }

    private static String sound(String name) {
        String code = Sounds.codeOf(name);
        return code.isEmpty() ? name : code;
    }

    /** The model that holds until one was learned. */
    public StoredModel expected() {
        PersonTable empty = table();
        Persons nobody = empty.persons();
        PersonComparison comparison = new PersonComparison(nobody, nicknames);
        int size = definition.store().persons();
        Persons supposed = new Persons(size, List.of(), new int[0], size);
        MatchModel model = new Training(comparison.comparisons(), definition, supposed).expected();
        double[][] strangers = model.strangers();
        List<AttributeShares> shares = IntStream.range(0, comparison.columns())
                .mapToObj(i -> AttributeShares.expected(strangers[i][0]))
                .toList();
        return new StoredModel(model, shares, supposed.pairs());
    }

    /** A matcher for the rows of a table that {@link #table} began. */
    public PersonMatcher matcher(PersonTable table, StoredModel model) {
        Persons persons = table.persons();
        PersonComparison comparison = new PersonComparison(persons, nicknames);
        if (!comparison.comparisons().equals(model.model().comparisons())) {
            throw new AttuneException(
                    "MATCH_MODEL_OUTDATED",
                    ErrorCategory.INTERNAL,
                    "the stored model compares persons in another way than this version: have it learned again by"
                            + " attune identity match");
        }
        List<KnownShares> shares = IntStream.range(0, persons.columns().size())
                .mapToObj(i -> new KnownShares(persons.columns().get(i), model.shares(i), hash))
                .toList();
        return new PersonMatcher(
                persons,
                comparison,
                new PairScorer(persons, comparison, model.model(), shares, definition),
                definition.thresholds());
    }

    /** Finds out who is who in a table that {@link #table} began, and learns a model of it. */
    public MatchedTable learn(PersonTable table) {
        return new Resolver(definition).match(table);
    }

    /** What was learned, to be kept. */
    public StoredModel model(MatchedTable matched) {
        return matched.model(hash);
    }
}
