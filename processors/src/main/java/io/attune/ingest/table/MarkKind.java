package io.attune.ingest.table;

/** What tells the rows that were read from those that were not. */
enum MarkKind {
    /** When a row was last changed: changed rows are read again. */
    TIME,
    /** A number that grows from row to row: a row is read once. */
    NUMBER
}
