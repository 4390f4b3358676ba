package io.attune.warehouse;

/** Is told after every batch that is in the warehouse. */
@FunctionalInterface
public interface ExportProgress {
    void written(String table, long rows);
}
