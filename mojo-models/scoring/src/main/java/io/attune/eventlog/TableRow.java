package io.attune.eventlog;

import java.util.List;

/** A row of a table: the line it starts in, from 1, and its fields. */
record TableRow(long line, List<String> fields) {
    /** A field, from 0; empty when the row is too short. */
    String field(int column) {
        return column < fields.size() ? fields.get(column) : "";
    }
}
