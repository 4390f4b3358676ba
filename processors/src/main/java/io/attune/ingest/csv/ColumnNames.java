package io.attune.ingest.csv;

import java.util.Locale;

/** How the names of columns are compared: in lower case, with an underscore for space. */
final class ColumnNames {
    private ColumnNames() {}

    static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", "_");
    }
}
