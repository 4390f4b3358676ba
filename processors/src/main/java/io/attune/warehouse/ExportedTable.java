package io.attune.warehouse;

/**
 * What an export did with one table.
 *
 * @param rows written
 * @param deleted rows that the hub no longer has
 */
public record ExportedTable(String table, long rows, long deleted) {}
