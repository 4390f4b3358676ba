package io.attune.pipeline;

import io.attune.database.Database;
import io.attune.error.AttuneException;
import io.attune.error.ErrorCategory;
import io.attune.reject.Refusal;
import io.attune.reject.RejectBook;
import io.attune.reject.RejectChanges;
import io.attune.reject.RejectCount;
import io.attune.reject.RejectEdit;
import io.attune.reject.RejectFilter;
import io.attune.reject.StoredReject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The rejects, for operators (bean {@code rejects}): list, show, edit, replay and resolve. Replaying twice is harmless, since the
 * ledger takes a record once. Whatever changes one is in the audit. Thread-safe.
 */
public final class RejectReplay {
    /** The longest text that an original may become, in characters. */
    public static final int MAXIMUM_LENGTH = 512 * 1024;

    private static final int SENT_AT_ONCE = 200;

    /** Sends rejects in again, at the place where they failed. */
    @FunctionalInterface
    public interface WayIn {
        /**
         * Returns once all that can be records are safe in Kafka.
         *
         * @param texts what to send, by reject
         * @return why the others are none
         */
        Map<UUID, Refusal> send(Map<StoredReject, String> texts);
    }

    /** How many rejects were sent in again, and how many of those failed anew at once. */
    public record Outcome(int replayed, int failedAgain) {}

    private final Database database;
    private final RejectBook book;
    private final RejectChanges changes;
    private final WayIn wayIn;
    private final Clock clock;

    public RejectReplay(Database database, RejectBook book, RejectChanges changes, WayIn wayIn, Clock clock) {
        this.database = database;
        this.book = book;
        this.changes = changes;
        this.wayIn = wayIn;
        this.clock = clock;
    }

    /** The newest rejects first; behind {@code after}, the last of the page before, if there was one. */
    public List<StoredReject> list(RejectFilter filter, Optional<UUID> after, int most) {
        return database.inHandle(handle -> book.list(handle, filter, after, most));
    }

    public Optional<StoredReject> find(UUID reject) {
        return database.inHandle(handle -> book.find(handle, reject));
    }

    /** What was received, in clear. */
    public Optional<String> original(UUID reject) {
        return database.inHandle(handle -> book.original(handle, reject));
    }

    /** What was made of it by hand, in clear, the first edit first. */
    public List<RejectEdit> edits(UUID reject) {
        return database.inHandle(handle -> book.edits(handle, reject));
    }

    /** How many there are in each state. */
    public Map<String, Long> counts() {
        return database.inHandle(book::states);
    }

    /** How many there are by source and reason. */
    public List<RejectCount> counts(RejectFilter filter) {
        return database.inHandle(handle -> book.counts(handle, filter));
    }

    /**
     * Keeps a text that is sent in instead of the original, which stays.
     *
     * @throws AttuneException when there is none of this id, or it is not open
     */
    public StoredReject edit(UUID id, String text, String actor) {
        if (text.isBlank() || text.length() > MAXIMUM_LENGTH) {
            throw new AttuneException(
                    "REJECT_TEXT_INVALID",
                    ErrorCategory.DATA,
                    "the text has " + text.length() + " characters; it takes 1 to " + MAXIMUM_LENGTH);
        }
        StoredReject reject = known(id);
        if (!database.inTransaction(handle -> changes.edit(handle, id, text, actor, now()))) {
            throw notOpen(reject);
        }
        return known(id);
    }

    /**
     * Sends a reject in again; when it fails again, it is open again, with the new reason.
     *
     * @throws AttuneException {@code REJECT_UNKNOWN} when there is none of this id, {@code REJECT_NOT_OPEN} when it is resolved
     */
    public StoredReject replay(UUID id, String actor) {
        StoredReject reject = known(id);
        if (reject.state().equals("resolved")) {
            throw notOpen(reject);
        }
        send(List.of(reject), actor);
        return known(id);
    }

    /** Sends in all open rejects of a filter again, the oldest first, at most so many. */
    public Outcome replay(RejectFilter filter, int most, String actor) {
        List<UUID> ids = database.inHandle(handle -> book.ids(handle, filter.in("open"), most));
        int failed = 0;
        for (int from = 0; from < ids.size(); from += SENT_AT_ONCE) {
            List<UUID> some = ids.subList(from, Math.min(ids.size(), from + SENT_AT_ONCE));
            failed += send(database.inHandle(handle -> book.find(handle, some)), actor);
        }
        return new Outcome(ids.size() - failed, failed);
    }

    /** Closes an open reject for good, and says why. */
    public StoredReject resolve(UUID id, String reason, String actor) {
        StoredReject reject = known(id);
        if (database.inTransaction(handle -> changes.resolve(handle, List.of(id), checked(reason), actor, now()))
                == 0) {
            throw notOpen(reject);
        }
        return known(id);
    }

    /** Closes all open rejects of a filter, at most so many; answers how many. */
    public int resolve(RejectFilter filter, int most, String reason, String actor) {
        String why = checked(reason);
        return database.inTransaction(
                handle -> changes.resolve(handle, book.ids(handle, filter.in("open"), most), why, actor, now()));
    }

    private int send(List<StoredReject> rejects, String actor) {
        Map<UUID, String> byId = database.inHandle(handle ->
                book.sendable(handle, rejects.stream().map(StoredReject::id).toList()));
        Map<StoredReject, String> texts = new LinkedHashMap<>();
        rejects.forEach(reject -> texts.put(reject, byId.get(reject.id())));
        Map<UUID, Refusal> refused = wayIn.send(texts);
        List<StoredReject> sent = new ArrayList<>(rejects);
        sent.removeIf(reject -> refused.containsKey(reject.id()));
        database.useTransaction(handle -> {
            changes.replayed(handle, sent, actor, now());
            rejects.stream()
                    .filter(reject -> refused.containsKey(reject.id()))
                    .forEach(reject -> changes.failedAgain(handle, reject, refused.get(reject.id()), actor, now()));
        });
        return refused.size();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static String checked(String reason) {
        if (reason.isBlank() || reason.length() > 500) {
            throw new AttuneException(
                    "REJECT_REASON_INVALID",
                    ErrorCategory.DATA,
                    "say in 1 to 500 characters why, such as: test data of the supplier; name nobody");
        }
        return reason.strip();
    }

    private StoredReject known(UUID id) {
        return find(id).orElseThrow(() -> new AttuneException(
                "REJECT_UNKNOWN",
                ErrorCategory.USER,
                "there is no reject " + id + ": list them to see which there are"));
    }

    private static AttuneException notOpen(StoredReject reject) {
        return new AttuneException(
                "REJECT_NOT_OPEN",
                ErrorCategory.USER,
                "reject " + reject.id() + " is " + reject.state() + "; only an open one can be changed");
    }
}
