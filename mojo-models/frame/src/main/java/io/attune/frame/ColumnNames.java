package io.attune.frame;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names in a header line: every one present, and present once. */
final class ColumnNames {
    private ColumnNames() {}

    /** Columns of one name are told apart by a number: {@code age}, {@code age (2)}. */
    static List<String> of(List<String> header) {
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>(header.stream().map(Cells::clean).toList());
        Set<String> given = new HashSet<>();
        for (String field : header) {
            String cleaned = Cells.clean(field);
            // A table's index is often written without a name.
            String name = cleaned.isEmpty() ? "column_" + (names.size() + 1) : cleaned;
            names.add(given.add(name) ? name : numbered(name, seen, given));
        }
        return List.copyOf(names);
    }

    /** Of which column of a header this one repeats the name; the name itself where it repeats none. */
    static String repeated(String name, List<String> names) {
        String first = name.replaceFirst(" \\(\\d+\\)$", "");
        return names.contains(first) ? first : name;
    }

    private static String numbered(String name, Set<String> seen, Set<String> given) {
        int number = 2;
        String numbered = name + " (2)";
        while (seen.contains(numbered) || !given.add(numbered)) {
            number++;
            numbered = name + " (" + number + ")";
        }
        return numbered;
    }
}
