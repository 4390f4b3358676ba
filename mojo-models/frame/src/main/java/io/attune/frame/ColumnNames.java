package io.attune.frame;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names in a header line: every one present, and present once. */
final class ColumnNames {
    private ColumnNames() {}

    static List<String> of(Path file, List<String> header) {
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String field : header) {
            String cleaned = FrameReader.clean(field);
            // A table's index is often written without a name.
            String name = cleaned.isEmpty() ? "column_" + (names.size() + 1) : cleaned;
            if (!seen.add(name)) {
                throw new FrameException(
                        file + ":1: the column \"" + name + "\" is named twice; give each column a name of its own");
            }
            names.add(name);
        }
        return List.copyOf(names);
    }
}
