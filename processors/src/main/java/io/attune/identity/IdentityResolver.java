package io.attune.identity;

import io.attune.crypto.Encryption;
import io.attune.error.AttuneException;
import io.attune.error.ErrorCategory;
import io.attune.profile.NodeDay;
import io.attune.profile.ProfileChanges;
import io.attune.profile.StoredEvent;
import io.attune.record.CustomerRecord;
import io.attune.record.Identifier;
import io.attune.record.SourceRecord;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Finds whose a record is, by exact identifiers, and stores it. Runs inside the caller's transaction at isolation <em>read
 * committed</em>, by many threads and nodes at once.
 *
 * <p>Everything is locked in one order: ledger, nodes, identifiers, profiles, and each of them sorted. A batch that must wait for a
 * profile that is merged meanwhile gives back its profile locks before it takes the right ones, so no circle can arise. The invariant
 * after every commit: all nodes that share a joining identifier belong to one profile.
 */
public final class IdentityResolver {
    private static final int LOCK_ATTEMPTS = 100;

    private final IdentityDefinition definition;
    private final RecordLedger ledger = new RecordLedger();
    private final NodeStore nodes;
    private final LinkStore links;
    private final MembershipStore memberships = new MembershipStore();
    private final Retirement retirement = new Retirement();
    private final StatementWriter statements;
    private final EventWriter events;
    private final Assigner assigner;

    /**
     * A resolver.
     *
     * @param ids names new profiles
     */
    public IdentityResolver(IdentityDefinition definition, Encryption encryption, Supplier<UUID> ids) {
        this.definition = definition;
        this.nodes = new NodeStore(encryption);
        this.links = new LinkStore(encryption);
        this.statements = new StatementWriter(definition, encryption);
        this.events = new EventWriter(encryption);
        this.assigner = new Assigner(ids);
    }

    /** Resolves and stores the records that the ledger does not know yet. */
    public Resolution resolve(Handle handle, List<SourceRecord> records, Instant now) {
        List<SourceRecord> fresh = records.isEmpty() ? List.of() : ledger.claim(handle, records, now);
        int repeats = records.size() - fresh.size();
        if (fresh.isEmpty()) {
            ProfileChanges none = new ProfileChanges(Set.of(), Set.of(), Set.of(), List.of());
            return new Resolution(List.of(), none, List.of(), Map.of(), repeats);
        }
        Map<Entity, Long> nodeOf =
                nodes.nodes(handle, fresh.stream().map(Entity::of).collect(Collectors.toSet()), now);
        Assignment assignment = assign(handle, fresh, nodeOf, now);
        List<ResolvedRecord> resolved = fresh.stream()
                .map(record -> {
                    long node = nodeOf.get(Entity.of(record));
                    return new ResolvedRecord(record, node, assignment.owners().get(node));
                })
                .toList();
        return store(handle, resolved, assignment, repeats, now);
    }

    private Assignment assign(Handle handle, List<SourceRecord> records, Map<Entity, Long> nodeOf, Instant now) {
        Map<Link, Instant> stated = stated(records, nodeOf);
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
        Map<Long, Set<Long>> joining = joining(handle, unknown, locked);
        Set<Long> joiningIdentifiers =
                joining.values().stream().flatMap(Set::stream).collect(Collectors.toSet());

        Assignment assignment = lockAndAssign(handle, Set.copyOf(nodeOf.values()), joining, joiningIdentifiers);
        memberships.create(handle, assignment.created(), now);
        memberships.merge(handle, assignment.merges(), now);
        memberships.add(handle, assignment.joined(), "match", now);
        retirement.retire(handle, assignment.merges(), now);
        links.state(handle, toState, stated);
        return assignment;
    }

    // The identifiers by which each node joins others. One that too many entities share is nobody's own.
    private Map<Long, Set<Long>> joining(Handle handle, Set<Link> unknown, Map<Identifier, LinkStore.Locked> locked) {
        if (unknown.isEmpty()) {
            return Map.of();
        }
        Map<Long, Long> entities = new HashMap<>(links.entities(
                handle, locked.values().stream().map(LinkStore.Locked::id).toList()));
        unknown.forEach(link -> entities.merge(locked.get(link.identifier()).id(), 1L, Long::sum));
        Map<Long, Set<Long>> joining = new HashMap<>();
        for (Link link : unknown) {
            LinkStore.Locked identifier = locked.get(link.identifier());
            if (identifier.joins() && definition.joins(link.identifier().kind(), entities.get(identifier.id()))) {
                joining.computeIfAbsent(link.node(), node -> new HashSet<>()).add(identifier.id());
            }
        }
        return joining;
    }

    private Assignment lockAndAssign(
            Handle handle, Collection<Long> batchNodes, Map<Long, Set<Long>> joining, Set<Long> identifiers) {
        Map<Long, UUID> ofNodes = memberships.ofNodes(handle, batchNodes);
        Map<Long, Set<UUID>> ofIdentifiers = memberships.ofIdentifiers(handle, identifiers);
        for (int attempt = 0; attempt < LOCK_ATTEMPTS; attempt++) {
            handle.execute("savepoint profiles");
            Map<UUID, Instant> locked = memberships.lock(handle, owners(ofNodes, ofIdentifiers));
            // What was read before the lock may have been merged while this batch waited for it.
            ofNodes = memberships.ofNodes(handle, batchNodes);
            ofIdentifiers = memberships.ofIdentifiers(handle, identifiers);
            if (locked.keySet().containsAll(owners(ofNodes, ofIdentifiers))) {
                return assigner.assign(batchNodes, joining, ofNodes, ofIdentifiers, locked);
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
        ofIdentifiers.values().forEach(owners::addAll);
        return owners;
    }

    private Map<Link, Instant> stated(List<SourceRecord> records, Map<Entity, Long> nodeOf) {
        Map<Link, Instant> stated = new HashMap<>();
        for (SourceRecord record : records) {
            long node = nodeOf.get(Entity.of(record));
            for (Identifier identifier : record.identifiers()) {
                if (definition.keeps(identifier)) {
                    stated.merge(new Link(node, identifier), statedAt(record), IdentityResolver::later);
                }
            }
        }
        return stated;
    }

    // To the day for an event, so that a visitor's clicks do not rewrite the link each time; exactly for a customer
    // record, so that
    // the newest address wins.
    private static Instant statedAt(SourceRecord record) {
        return record instanceof CustomerRecord
                ? record.occurredAt()
                : record.occurredAt().truncatedTo(ChronoUnit.DAYS);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private Resolution store(
            Handle handle, List<ResolvedRecord> resolved, Assignment assignment, int repeats, Instant now) {
        statements.write(handle, resolved);
        List<StoredEvent> stored = events.write(handle, resolved, now);
        Set<UUID> live = new HashSet<>();
        Set<UUID> deferred = new HashSet<>();
        resolved.forEach(record -> (record.record().backfill() ? deferred : live).add(record.profile()));
        deferred.removeAll(live);
        Set<NodeDay> days = stored.stream().map(StoredEvent::nodeDay).collect(Collectors.toSet());
        Map<UUID, Long> versions = memberships.change(handle, live, deferred, now);
        ProfileChanges changes = new ProfileChanges(live, deferred, days, assignment.merges());
        return new Resolution(resolved, changes, stored, versions, repeats);
    }
}
