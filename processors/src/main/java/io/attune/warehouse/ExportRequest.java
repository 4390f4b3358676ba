package io.attune.warehouse;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be exported.
 *
 * @param target names the warehouse; its positions are kept by it
 * @param schema of the tables; absent for the one that the connection has
 * @param prefix of the tables' names
 * @param relations which of {@code profile feature score segment}
 * @param full everything, and what the hub no longer has is deleted; else what changed since the last export
 * @param create whether tables and columns that are missing are made
 * @param personal whether attributes and identifiers go along, in clear
 * @param batch rows that are committed at a time
 * @param overlap how far an export reads back, for what is committed late
 */
public record ExportRequest(
        String target,
        Optional<String> schema,
        String prefix,
        Set<String> relations,
        boolean full,
        boolean create,
        boolean personal,
        int batch,
        Duration overlap) {
    public ExportRequest {
        relations = Set.copyOf(relations);
    }
}
