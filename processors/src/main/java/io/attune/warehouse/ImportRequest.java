package io.attune.warehouse;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What is to be read of a warehouse.
 *
 * @param query whose rows are read
 * @param key the column that says whom a row is about
 * @param kind of identifier in that column, such as {@code email}
 * @param changed the column with the time of the last change; absent where there is none
 * @param since only rows that changed from then on; absent for all. Needs {@code changed}
 * @param zone of times that name none
 * @param batch rows that are handed on at a time
 */
public record ImportRequest(
        String query,
        String key,
        String kind,
        Optional<String> changed,
        Optional<Instant> since,
        ZoneId zone,
        int batch) {}
