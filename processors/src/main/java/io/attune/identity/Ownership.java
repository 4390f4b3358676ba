package io.attune.identity;

import io.attune.error.AttuneException;
import io.attune.error.ErrorCategory;
import io.attune.identity.probable.Doubt;
import io.attune.identity.probable.MatchPairs;
import io.attune.identity.probable.ProbableMatching;
import io.attune.identity.probable.Proposals;
import io.attune.identity.probable.ScoredPair;
import io.attune.identity.probable.StoredPersons.StatedIdentifier;
import io.attune.record.Identifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Decides whose the nodes of a batch are, and writes it. Identifiers and then profiles are locked, each of them sorted; a batch that must
 * wait for a profile that is merged meanwhile gives back its profile locks before it takes the right ones. Thread-safe.
 */
final class Ownership {
    private static final int LOCK_ATTEMPTS = 100;

    private final IdentityDefinition definition;
    private final Optional<ProbableMatching> probable;
    private final LinkStore links;
    private final SharedNames shared;
    private final MembershipStore memberships = new MembershipStore();
    private final Retirement retirement = new Retirement();
    private final MatchPairs pairs = new MatchPairs();
    private final IdentityAudit audit = new IdentityAudit();
    private final Assigner assigner;

    Ownership(IdentityDefinition definition, LinkStore links, Optional<ProbableMatching> probable, Supplier<UUID> ids) {
        this.definition = definition;
        this.links = links;
        this.probable = probable;
        this.shared = new SharedNames(definition, links);
        this.assigner = new Assigner(ids);
    }

    /**
     * Assigns the nodes to profiles.
     *
     * @param stated links of the batch, and when each was stated
     */
    Assignment assign(Handle handle, Set<Long> nodes, Map<Link, Instant> stated, Proposals proposals, Instant now) {
        Map<Link, LinkStore.Known> known = links.known(handle, stated.keySet());
        Map<Link, Long> toState = new HashMap<>();
        Set<Identifier> unlinked = new LinkedHashSet<>();
        stated.forEach((link, instant) -> {
            LinkStore.Known found = known.get(link);
            if (found == null) {
                unlinked.add(link.identifier());
            } else if (found.statedAt().isBefore(instant)) {
                toState.put(link, found.identifier());
            }
        });
        Map<Identifier, LinkStore.Locked> locked = unlinked.isEmpty() ? Map.of() : links.lock(handle, unlinked);
        Set<Link> unknown = stated.keySet().stream()
                .filter(link -> !known.containsKey(link))
                .collect(Collectors.toSet());
        unknown.forEach(link -> toState.put(link, locked.get(link.identifier()).id()));

        Map<Long, String> kinds = new HashMap<>();
        locked.forEach((identifier, row) -> kinds.put(row.id(), identifier.kind()));
        StoreRules rules = new StoreRules(handle, definition, probable, identifiers(stated), kinds);
        Assignment assignment =
                lockAndAssign(handle, nodes, shared.joining(handle, unknown, locked), proposals.sure(), rules);
        memberships.create(handle, assignment.created(), now);
        memberships.add(handle, assignment.joined(), "match", now);
        memberships.merge(handle, assignment.merges(), now);
        retirement.retire(handle, assignment.merges(), now);
        links.state(handle, toState, stated);
        remember(handle, assignment, proposals, now);
        return assignment;
    }

    static List<StatedIdentifier> identifiers(Map<Link, Instant> stated) {
        List<StatedIdentifier> identifiers = new ArrayList<>();
        stated.forEach((link, instant) -> identifiers.add(new StatedIdentifier(
                link.node(), link.identifier().kind(), link.identifier().value(), instant)));
        return identifiers;
    }

    private void remember(Handle handle, Assignment assignment, Proposals proposals, Instant now) {
        audit.merged(handle, assignment, now);
        List<Doubt> doubts = new ArrayList<>(assignment.doubts());
        proposals.review().forEach(pair -> doubts.add(new Doubt(pair, Doubt.Cause.DOUBTFUL)));
        long version = doubts.isEmpty() && assignment.matched().isEmpty()
                ? 0
                : probable.map(matching -> matching.models().current(handle).version())
                        .orElse(0L);
        pairs.joined(handle, assignment.matched(), version, now);
        pairs.review(handle, doubts, version, now);
        pairs.blocked(handle, assignment.blocked(), version, now);
    }

    private Assignment lockAndAssign(
            Handle handle, Set<Long> batchNodes, Map<Long, Set<Long>> joining, List<ScoredPair> sure, JoinRules rules) {
        Set<Long> identifiers = joining.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        Set<Long> nodes = new HashSet<>(batchNodes);
        sure.forEach(pair -> nodes.addAll(List.of(pair.low(), pair.high())));
        Map<Long, UUID> ofNodes = memberships.ofNodes(handle, nodes);
        Map<Long, Set<UUID>> ofIdentifiers = memberships.ofIdentifiers(handle, identifiers);
        for (int attempt = 0; attempt < LOCK_ATTEMPTS; attempt++) {
            handle.execute("savepoint profiles");
            Map<UUID, Instant> locked = memberships.lock(handle, owners(ofNodes, ofIdentifiers));
            // What was read before the lock may have been merged while this batch waited for it.
            ofNodes = memberships.ofNodes(handle, nodes);
            ofIdentifiers = memberships.ofIdentifiers(handle, identifiers);
            if (locked.keySet().containsAll(owners(ofNodes, ofIdentifiers))) {
                return assigner.assign(new Joins(batchNodes, joining, sure, ofNodes, ofIdentifiers, locked), rules);
            }
            handle.execute("rollback to savepoint profiles");
        }
        throw new AttuneException(
                "PROFILES_CONTENDED",
                ErrorCategory.EXTERNAL,
                "the profiles of a batch were merged by others " + LOCK_ATTEMPTS
                        + " times in a row; the batch is tried again");
    }

    private static Set<UUID> owners(Map<Long, UUID> ofNodes, Map<Long, Set<UUID>> ofIdentifiers) {
        Set<UUID> owners = new HashSet<>(ofNodes.values());
        ofIdentifiers.values().forEach((Collection<UUID> profiles) -> owners.addAll(profiles));
        return owners;
    }
}
