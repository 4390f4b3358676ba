package io.attune.profile;

import io.attune.crypto.Encryption;
import io.attune.database.Audit;
import io.attune.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores attributes as they are defined now (bean {@code attributes}): those that have become personal or lost their definition are
 * encrypted, those that have become ordinary are put in clear. Nobody waits for that, since readers go by the definitions and not by
 * how something is stored; but the tables, a backup of them too, shall hold no more in clear than they must. Looks through the table when
 * the definitions have changed and once an hour, for what a node wrote that had older ones. Thread-safe; a batch is a transaction.
 */
public final class AttributeStorage {
    private static final Logger LOG = LoggerFactory.getLogger(AttributeStorage.class);
    private static final Duration LOOK_AGAIN_AFTER = Duration.ofHours(1);
    private static final int BATCH = 1_000;

    /** What is done to values that are stored otherwise than they shall be. */
    private enum Deed {
        ENCRYPT("encrypt attributes", "value is not null and value <> '' and name <> all(:clear)"),
        PUT_IN_CLEAR("put attributes in clear", "secret is not null and name = any(:clear)");

        private final String words;
        private final String select;

        // Skips what a batch of records is writing: that is written by the definitions of now anyhow, or is found the
        // next time.
        Deed(String words, String condition) {
            this.words = words;
            this.select = "select node_id, name, value, secret from node_attribute where " + condition
                    + " limit :most for update skip locked";
        }
    }

    private final Database database;
    private final Encryption encryption;
    private final Supplier<AttributeDefinitions> definitions;
    private final Clock clock;
    private AttributeDefinitions seen;
    private Instant lookedAt = Instant.EPOCH;

    public AttributeStorage(
            Database database, Encryption encryption, Supplier<AttributeDefinitions> definitions, Clock clock) {
        this.database = database;
        this.encryption = encryption;
        this.definitions = definitions;
        this.clock = clock;
    }

    private record Stored(long node, String name, String text) {}

    /** Does what is to be done; answers how many values are stored otherwise now. */
    public synchronized long tend() {
        AttributeDefinitions current = definitions.get();
        Instant now = clock.instant();
        if (current.equals(seen) && now.isBefore(lookedAt.plus(LOOK_AGAIN_AFTER))) {
            return 0;
        }
        List<String> clear = new ArrayList<>(current.clear());
        clear.add(AttributeDefinition.DELETED);
        long changed = all(Deed.ENCRYPT, clear) + all(Deed.PUT_IN_CLEAR, clear);
        seen = current;
        lookedAt = now;
        return changed;
    }

    private long all(Deed deed, List<String> clear) {
        Set<String> names = new TreeSet<>();
        long count = 0;
        List<Stored> batch;
        do {
            batch = database.inTransaction(handle -> batch(handle, deed, clear));
            batch.forEach(stored -> names.add(stored.name()));
            count += batch.size();
        } while (batch.size() == BATCH);
        if (count > 0) {
            note(deed, names, count);
        }
        return count;
    }

    private void note(Deed deed, Set<String> names, long count) {
        LOG.info("{}: {} values of {}", deed.words, count, names);
        database.useTransaction(handle -> Audit.note(
                handle, clock.instant(), "attributes.yaml", deed.words, names, Map.of("values", Long.toString(count))));
    }

    private List<Stored> batch(Handle handle, Deed deed, List<String> clear) {
        List<Stored> batch = handle.createQuery(deed.select)
                .bindArray("clear", String.class, clear)
                .bind("most", BATCH)
                .map((row, context) -> new Stored(row.getLong("node_id"), row.getString("name"), text(row)))
                .list();
        if (!batch.isEmpty()) {
            boolean encrypted = deed == Deed.ENCRYPT;
            handle.createUpdate("""
                            update node_attribute a set value = w.value, secret = w.secret
                            from unnest(:nodes, :names, :values, :secrets) as w (node_id, name, value, secret)
                            where a.node_id = w.node_id and a.name = w.name
                            """)
                    .bindArray("nodes", Long.class, column(batch, Stored::node))
                    .bindArray("names", String.class, column(batch, Stored::name))
                    .bindArray("values", String.class, column(batch, stored -> encrypted ? null : stored.text()))
                    .bindArray("secrets", byte[].class, column(batch, stored -> encrypted ? secret(stored) : null))
                    .execute();
        }
        return batch;
    }

    // Unlike Stream.toList, with nulls.
    private static <T> List<T> column(List<Stored> batch, Function<Stored, T> value) {
        List<T> column = new ArrayList<>(batch.size());
        batch.forEach(stored -> column.add(value.apply(stored)));
        return column;
    }

    private String text(ResultSet row) throws SQLException {
        byte[] secret = row.getBytes("secret");
        return secret == null
                ? row.getString("value")
                : encryption.decrypt(secret, AttributeDefinition.context(row.getString("name")));
    }

    private byte[] secret(Stored stored) {
        return encryption.encrypt(stored.text(), AttributeDefinition.context(stored.name()));
    }
}
