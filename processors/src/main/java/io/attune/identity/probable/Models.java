package io.attune.identity.probable;

import io.attune.crypto.Encryption;
import io.attune.database.Database;
import io.attune.identity.matching.Learned;
import io.attune.identity.matching.StoreMatching;
import io.attune.identity.matching.StoredModel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The models that matching learned of the store; the newest is in use, on every node within seconds. Thread-safe. */
public final class Models {
    private static final String CONTEXT = "match-model";
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final Encryption encryption;
    private final StoreMatching matching;
    private final Clock clock;
    private Optional<InUse> current = Optional.empty();
    private Instant checkedAt = Instant.MIN;

    public Models(Encryption encryption, StoreMatching matching, Clock clock) {
        this.encryption = encryption;
        this.matching = matching;
        this.clock = clock;
    }

    /**
     * A model that scores.
     *
     * @param version 0 for what {@code matching.yaml} expects, which holds until a model was learned
     */
    public record InUse(long version, StoredModel model) {}

    /**
     * A model to be shown.
     *
     * @param nodes how many records it was learned of
     */
    public record Shown(
            long version, Optional<Instant> learnedAt, Optional<String> actor, long nodes, Learned learned) {}

    /** The model in use; it is looked for anew after ten seconds. */
    public synchronized InUse current(Handle handle) {
        Instant now = clock.instant();
        if (current.isEmpty() || checkedAt.plus(FRESH).isBefore(now)) {
            long newest = handle.createQuery("select coalesce(max(version), 0) from match_model")
                    .mapTo(Long.class)
                    .one();
            if (current.isEmpty() || current.get().version() != newest) {
                current = Optional.of(new InUse(newest, newest == 0 ? matching.expected() : load(handle, newest)));
            }
            checkedAt = now;
        }
        return current.orElseThrow();
    }

    private StoredModel load(Handle handle, long version) {
        byte[] model = handle.createQuery("select model from match_model where version = :version")
                .bind("version", version)
                .mapTo(byte[].class)
                .one();
        return StoredModel.read(encryption.decryptBytes(model, CONTEXT));
    }

    /** Keeps a model, which is in use from its commit on; answers its version. */
    public long keep(Handle handle, StoredModel model, long nodes, String actor) {
        long version = handle.createQuery("""
                        insert into match_model (learned_at, actor, nodes, model) values (:now, :actor, :nodes, :model)
                        returning version
                        """)
                .bind("now", clock.instant())
                .bind("actor", actor)
                .bind("nodes", nodes)
                .bind("model", encryption.encrypt(model.write(), CONTEXT))
                .mapTo(Long.class)
                .one();
        synchronized (this) {
            checkedAt = Instant.MIN;
        }
        return version;
    }

    /** What is in use, with who had it learned and when. */
    public Shown shown(Database database) {
        return database.inHandle(handle -> {
            InUse inUse = current(handle);
            return handle.createQuery("select learned_at, actor, nodes from match_model where version = :version")
                    .bind("version", inUse.version())
                    .map((row, context) -> new Shown(
                            inUse.version(),
                            Optional.of(row.getTimestamp("learned_at").toInstant()),
                            Optional.of(row.getString("actor")),
                            row.getLong("nodes"),
                            inUse.model().learned()))
                    .findOne()
                    .orElseGet(() -> new Shown(
                            0,
                            Optional.empty(),
                            Optional.empty(),
                            0,
                            inUse.model().learned()));
        });
    }
}
