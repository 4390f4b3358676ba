package io.attune.identity;

import io.attune.database.Database;
import io.attune.error.AttuneException;
import io.attune.error.ErrorCategory;
import io.attune.identity.matching.Explanation;
import io.attune.identity.probable.ProbableMatching;
import io.attune.identity.probable.Separations;
import io.attune.profile.ProfileMerge;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * The pairs that somebody should look at (bean {@code reviews}): lists and explains them, and carries out what is decided. A decision is
 * remembered for ever: refused people are not joined unseen again, by whatever evidence. Thread-safe.
 */
public final class Reviews {
    private static final int LOCK_ATTEMPTS = 10;

    private final Database database;
    private final Clock clock;
    private final ProbableMatching probable;
    private final Consumer<Collection<UUID>> afterCommit;
    private final ReviewQueue queue;
    private final MembershipStore memberships = new MembershipStore();
    private final Retirement retirement = new Retirement();
    private final Separations separations = new Separations();
    private final IdentityAudit audit = new IdentityAudit();

    /** @param afterCommit told which profiles a decision has changed */
    public Reviews(Database database, ProbableMatching probable, Clock clock, Consumer<Collection<UUID>> afterCommit) {
        this.database = database;
        this.afterCommit = afterCommit;
        this.clock = clock;
        this.probable = probable;
        this.queue = new ReviewQueue();
    }

    /** How many pairs there are in each state. */
    public Map<String, Long> counts() {
        return database.inHandle(queue::counts);
    }

    /**
     * Pairs of a state, the most probable first. Of those up for review one for each two profiles, and none of profiles that are one by
     * now.
     */
    public List<MatchedPair> list(String state, int limit) {
        return database.inHandle(handle -> queue.list(handle, state, limit));
    }

    /**
     * One pair.
     *
     * @throws AttuneException {@code MATCH_UNKNOWN}
     */
    public MatchedPair find(UUID id) {
        return database.inHandle(handle -> find(handle, id));
    }

    private MatchedPair find(Handle handle, UUID id) {
        return queue.find(handle, id)
                .orElseThrow(() -> new AttuneException(
                        "MATCH_UNKNOWN",
                        ErrorCategory.USER,
                        "there is no match " + id + ": attune identity list, or GET /v1/matches, lists them"));
    }

    /**
     * Why two records are taken for one person or for two, by what is known of them and the model in use now; empty where one of the
     * two has neither name nor birth date, so that only an identifier proposed them.
     */
    public Optional<Explanation> explanation(UUID id) {
        return database.inHandle(handle -> {
            MatchedPair pair = find(handle, id);
            return probable.explain(handle, pair.first().node(), pair.second().node());
        });
    }

    /**
     * The same where it is needed.
     *
     * @throws AttuneException {@code MATCH_NOT_COMPARABLE} where there is none
     */
    public Explanation explain(UUID id) {
        return explanation(id)
                .orElseThrow(() -> new AttuneException(
                        "MATCH_NOT_COMPARABLE",
                        ErrorCategory.USER,
                        "match " + id
                                + " was proposed by an identifier that both have; one of the two records has neither"
                                + " name nor birth date, so there is nothing to compare"));
    }

    /**
     * Makes one person of two. Features, scores and segments follow with the next re-scoring.
     *
     * @throws AttuneException {@code MATCH_DECIDED} when they are one already, {@code MATCH_TOLD_APART} when another decision
     *     stands against it, {@code REASON_TOO_LONG} when the reason has more than 500 characters
     */
    public ProfileMerge accept(UUID id, String reason, String actor) {
        String why = DecisionReason.checked(reason);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ProfileMerge accepted = database.inTransaction(handle -> {
            MatchedPair pair = locked(handle, id);
            separations.revoke(handle, pair.first().node(), pair.second().node());
            List<UUID> profiles = List.of(pair.first().profile(), pair.second().profile());
            if (!separations.among(handle, profiles).isEmpty()) {
                throw new AttuneException(
                        "MATCH_TOLD_APART",
                        ErrorCategory.USER,
                        "other records of these two people were told apart"
                                + queue.refusal(handle, pair)
                                        .map(refused -> ": accept match " + refused + " first if that was wrong")
                                        .orElse(" when a merge was undone: they stay two people"));
            }
            ProfileMerge merge = merge(handle, profiles, now);
            queue.decide(handle, List.of(id), "accepted", why, actor, now);
            queue.settle(handle, merge.survivor(), actor, now);
            audit.decided(handle, "match-accept", merge.merged(), merge.survivor(), why, actor, now);
            audit.merged(handle, List.of(merge), List.of("review"), actor, now);
            return merge;
        });
        afterCommit.accept(ProfileMerge.profiles(List.of(accepted)));
        return accepted;
    }

    private ProfileMerge merge(Handle handle, List<UUID> profiles, Instant now) {
        List<UUID> oldestFirst = new ArrayList<>(profiles);
        Map<UUID, Instant> created = memberships.lock(handle, profiles);
        oldestFirst.sort(Comparator.<UUID, Instant>comparing(created::get).thenComparing(UUID::toString));
        ProfileMerge merge = new ProfileMerge(oldestFirst.get(1), oldestFirst.get(0));
        memberships.merge(handle, List.of(merge), now);
        retirement.retire(handle, List.of(merge), now);
        queue.rejoin(handle, merge.survivor());
        memberships.change(handle, Set.of(), new HashSet<>(List.of(merge.survivor())), now);
        return merge;
    }

    /**
     * Keeps two people apart for ever. All that is up for review between the two is refused with it.
     *
     * @throws AttuneException {@code MATCH_DECIDED} when they are one person by now, {@code REASON_TOO_LONG} as above
     */
    public void refuse(UUID id, String reason, String actor) {
        String why = DecisionReason.checked(reason);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        database.useTransaction(handle -> {
            MatchedPair pair = locked(handle, id);
            List<MatchedPair> all =
                    queue.between(handle, pair.first().profile(), pair.second().profile());
            Set<MatchedPair> refused = new HashSet<>(all);
            refused.add(pair);
            refused.forEach(each -> separations.separate(
                    handle, List.of(each.first().node()), List.of(each.second().node()), now));
            queue.decide(handle, refused.stream().map(MatchedPair::id).toList(), "refused", why, actor, now);
            audit.decided(
                    handle,
                    "match-refuse",
                    pair.first().profile(),
                    pair.second().profile(),
                    why,
                    actor,
                    now);
        });
    }

    /** The pair, with the profiles of both locked: in sorted order, as whoever merges does. */
    private MatchedPair locked(Handle handle, UUID id) {
        for (int attempt = 0; attempt < LOCK_ATTEMPTS; attempt++) {
            MatchedPair pair = find(handle, id);
            if (pair.first().profile().equals(pair.second().profile())) {
                throw new AttuneException(
                        "MATCH_DECIDED",
                        ErrorCategory.USER,
                        "the two records of match " + id + " are one person already, profile "
                                + pair.first().profile()
                                + ": undo the merge (POST /v1/profiles/{merged}/unmerge) if that is wrong");
            }
            handle.execute("savepoint profiles");
            Set<UUID> profiles = Set.of(pair.first().profile(), pair.second().profile());
            Set<UUID> locked = memberships.lock(handle, profiles).keySet();
            MatchedPair again = find(handle, id);
            if (locked.equals(profiles)
                    && again.first().equals(pair.first())
                    && again.second().equals(pair.second())) {
                return again;
            }
            handle.execute("rollback to savepoint profiles");
        }
        throw new AttuneException(
                "PROFILES_CONTENDED",
                ErrorCategory.EXTERNAL,
                "the profiles of match " + id + " are being merged by others: try again");
    }
}
