package io.attune.bench.profile;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jdbi.v3.core.Jdbi;

/** The hub's tables, before and after a turn. */
final class Tables {
    private Tables() {}

    /** Empties everything that a record can reach. */
    static void empty(Jdbi database) {
        database.useHandle(handle -> {
            String names = handle.createQuery("""
                            select string_agg(tablename, ', ') from pg_tables
                            where schemaname = 'public' and tablename not like 'flyway%' and tablename <> 'bench_journal'
                            """).mapTo(String.class).one();
            handle.execute("truncate " + names);
        });
    }

    /** Records in the ledger, over the time from the beginning of the first transaction until now. */
    static double recordsPerSecond(Jdbi database, int expected) {
        Instant now = Instant.now();
        return database.withHandle(handle -> handle.createQuery("select min(recorded_at), count(*) from record_ledger")
                .map((row, context) -> {
                    if (row.getLong(2) != expected) {
                        throw new IllegalStateException(
                                row.getLong(2) + " records are in the ledger instead of " + expected);
                    }
                    Instant first = row.getObject(1, OffsetDateTime.class).toInstant();
                    return expected * 1e9 / Duration.between(first, now).toNanos();
                })
                .one());
    }
}
