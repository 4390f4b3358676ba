package io.attune.it.oracle;

import io.attune.record.RecordId;
import java.util.Collection;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Counts what the hub made of known messages, by SQL of its own. Thread-safe. */
public final class RecordBooks {
    private final Jdbi database;

    public RecordBooks(Jdbi database) {
        this.database = database;
    }

    /** Of these web messages, how many the ledger holds. A message can be there only once. */
    public long inLedger(Collection<String> messages) {
        return count("record_ledger", messages);
    }

    /** Of these web messages, how many are events. */
    public long events(Collection<String> messages) {
        return count("event", messages);
    }

    /** Of how many people these web messages' events are. */
    public long people(Collection<String> messages) {
        return database.withHandle(handle -> handle.createQuery("""
                        select count(distinct m.profile_id)
                        from event e join membership m on m.node_id = e.node_id and m.until is null
                        where e.record_id = any(:ids)
                        """)
                .bind("ids", records(messages))
                .mapTo(Long.class)
                .one());
    }

    /** Every reject of web events there has been. */
    public long rejects() {
        return database.withHandle(handle -> handle.createQuery("select count(*) from reject where source = 'web'")
                .mapTo(Long.class)
                .one());
    }

    /** Every record that the ledger holds. */
    public long ledger() {
        return database.withHandle(handle -> handle.createQuery("select count(*) from record_ledger")
                .mapTo(Long.class)
                .one());
    }

    private long count(String table, Collection<String> messages) {
        return database.withHandle(
                handle -> handle.createQuery("select count(*) from " + table + " where record_id = any(:ids)")
                        .bind("ids", records(messages))
                        .mapTo(Long.class)
                        .one());
    }

    private static UUID[] records(Collection<String> messages) {
        return messages.stream().map(message -> RecordId.of("web:" + message)).toArray(UUID[]::new);
    }
}
