package io.attune.pipeline;

import io.attune.database.Database;
import io.attune.error.AttuneException;
import io.attune.error.ErrorCategory;
import io.attune.reject.RejectStore;
import io.attune.reject.StoredReject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The rejects, for operators (bean {@code rejects}): list, show, and replay. Replaying twice is harmless, since the ledger takes a record
 * once. Thread-safe.
 */
public final class RejectReplay {
    /** Sends a reject's original in again, at the place where it failed. */
    @FunctionalInterface
    public interface WayIn {
        /** Returns once the original is safe in Kafka. */
        void send(StoredReject reject, String original);
    }

    private final Database database;
    private final RejectStore store;
    private final WayIn wayIn;
    private final Clock clock;

    public RejectReplay(Database database, RejectStore store, WayIn wayIn, Clock clock) {
        this.database = database;
        this.store = store;
        this.wayIn = wayIn;
        this.clock = clock;
    }

    public List<StoredReject> list(String state, int most) {
        return database.inHandle(handle -> store.list(handle, state, most));
    }

    public Optional<StoredReject> find(UUID reject) {
        return database.inHandle(handle -> store.find(handle, reject));
    }

    /** What was received, in clear. */
    public Optional<String> original(UUID reject) {
        return database.inHandle(handle -> store.original(handle, reject));
    }

    public Map<String, Long> counts() {
        return database.inHandle(store::counts);
    }

    /**
     * Sends a reject in again; when it fails again, it is open again.
     *
     * @throws AttuneException {@code REJECT_UNKNOWN} when there is none of this id
     */
    public StoredReject replay(UUID id) {
        StoredReject reject = find(id).orElseThrow(() -> new AttuneException(
                "REJECT_UNKNOWN",
                ErrorCategory.USER,
                "there is no reject " + id + ": list them to see which there are"));
        wayIn.send(reject, original(id).orElseThrow());
        database.useHandle(handle -> store.replayed(handle, reject, clock.instant()));
        return find(id).orElseThrow();
    }

    /** Sends in all open rejects again, at most so many; answers how many. */
    public int replayOpen(int most) {
        List<StoredReject> open = list("open", most);
        open.forEach(reject -> replay(reject.id()));
        return open.size();
    }
}
