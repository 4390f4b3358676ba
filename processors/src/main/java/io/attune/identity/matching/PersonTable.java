package io.attune.identity.matching;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Collects rows of persons as they are read, one text for each attribute. Not thread-safe. */
public final class PersonTable {
    private static final int WORTH_THREADS = 1_000;

    private final List<Attribute> attributes;
    private final List<List<String>> texts = new ArrayList<>();
    private final Map<String, String> known = new HashMap<>();
    private int rows;
    private int firstFile = -1;

    /** @param attributes what each row tells, in the rows' order */
    public PersonTable(List<Attribute> attributes) {
        this.attributes = List.copyOf(attributes);
        attributes.forEach(attribute -> texts.add(new ArrayList<>()));
    }

    /** Adds a row; an empty text stands for a missing value. */
    public void add(List<String> row) {
        for (int i = 0; i < texts.size(); i++) {
            String text = row.get(i);
            texts.get(i).add(known.computeIfAbsent(text, same -> same));
        }
        rows++;
    }

    /** The rows from here on are of a second file, to be linked with the first. */
    public void startSecondFile() {
        firstFile = rows;
    }

    /** How many rows were added. */
    public int size() {
        return rows;
    }

    /** How many of them are of the first file. */
    public int firstFile() {
        return firstFile < 0 ? rows : firstFile;
    }

    Persons persons() {
        known.clear();
        Map<Attribute, List<String>> told = new EnumMap<>(Attribute.class);
        for (int i = 0; i < texts.size(); i++) {
            told.put(attributes.get(i), texts.get(i));
        }
        WholeNames.split(told);
        Map<Attribute, List<String>> normalized = new EnumMap<>(Attribute.class);
        List<Attribute> present = List.copyOf(told.keySet());
        List<List<String>> forms = each(present)
                .map(attribute -> normalized(attribute, told.get(attribute)))
                .toList();
        for (int i = 0; i < forms.size(); i++) {
            normalized.put(present.get(i), forms.get(i));
        }
        HouseNumbers.split(normalized);
        Values names = names(normalized);
        List<Column> columns = each(List.copyOf(normalized.keySet()))
                .map(attribute -> column(attribute, normalized.get(attribute), names))
                .toList();
        return CanonicalOrder.of(columns, rows, firstFile());
    }

    /** By as many threads as there are, if there is work for them. */
    private Stream<Attribute> each(List<Attribute> attributes) {
        return rows < WORTH_THREADS ? attributes.stream() : attributes.parallelStream();
    }

    private static Column column(Attribute attribute, List<String> texts, Values names) {
        Values values = attribute.isName() ? names : new Values(present(texts));
        return new Column(
                attribute, values, texts.stream().mapToInt(values::number).toArray());
    }

    /** Each file writes in its own way: dates that read month first in one may read day first in the other. */
    private List<String> normalized(Attribute attribute, List<String> column) {
        List<String> normalized = new ArrayList<>(rows);
        normalized.addAll(normalize(attribute, column.subList(0, firstFile())));
        normalized.addAll(normalize(attribute, column.subList(firstFile(), rows)));
        return normalized;
    }

    private static List<String> normalize(Attribute attribute, List<String> column) {
        Set<String> distinct = new LinkedHashSet<>(column);
        UnaryOperator<String> form = Normalization.of(attribute, distinct);
        Map<String, String> forms = new HashMap<>(distinct.size() * 2);
        distinct.forEach(text -> forms.put(text, form.apply(text)));
        List<String> result = new ArrayList<>(column.size());
        column.forEach(text -> result.add(forms.get(text)));
        return result;
    }

    private static Values names(Map<Attribute, List<String>> normalized) {
        Set<String> names = new LinkedHashSet<>();
        names.addAll(present(normalized.getOrDefault(Attribute.GIVEN_NAME, List.of())));
        names.addAll(present(normalized.getOrDefault(Attribute.FAMILY_NAME, List.of())));
        return new Values(names);
    }

    private static Set<String> present(List<String> column) {
        Set<String> present = new LinkedHashSet<>(column);
        present.remove("");
        return present;
    }
}
