package io.attune.identity;

import io.attune.crypto.Encryption;
import io.attune.identity.probable.ProbableMatching;
import io.attune.identity.probable.Proposals;
import io.attune.profile.AttributeDefinitions;
import io.attune.profile.NodeDay;
import io.attune.profile.ProfileChanges;
import io.attune.profile.ProfileMerge;
import io.attune.profile.StoredEvent;
import io.attune.record.CustomerRecord;
import io.attune.record.Identifier;
import io.attune.record.SourceRecord;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Finds whose a record is, by exact identifiers, and stores it. Runs inside the caller's transaction at isolation <em>read
 * committed</em>, by many threads and nodes at once.
 *
 * <p>Everything is locked in one order: ledger, nodes, identifiers, profiles, pairs, and each of them sorted. A batch that must wait for a
 * profile that is merged meanwhile gives back its profile locks before it takes the right ones, so no circle can arise. The invariant
 * after every commit: all nodes that share a joining identifier belong to one profile.
 */
public final class IdentityResolver {
    private final Optional<ProbableMatching> probable;
    private final Function<IdentityDefinition, Rules> rules;
    private final RecordLedger ledger = new RecordLedger();
    private final NodeStore nodes;
    private final MembershipStore memberships = new MembershipStore();
    private final EventWriter events;
    private volatile Rules current;

    /** What goes by the definition; a batch goes by one of them from its beginning to its end. */
    private record Rules(IdentityDefinition definition, Ownership ownership, StatementWriter statements) {}

    /**
     * A resolver by identifiers alone.
     *
     * @param ids names new profiles
     */
    public IdentityResolver(IdentityDefinition definition, Encryption encryption, Supplier<UUID> ids) {
        this(definition, AttributeDefinitions::standard, encryption, Optional.empty(), ids);
    }

    /**
     * A resolver.
     *
     * @param attributes as they are defined at the moment of a batch
     * @param probable matches whom no identifier joins
     * @param ids names new profiles
     */
    public IdentityResolver(
            IdentityDefinition definition,
            Supplier<AttributeDefinitions> attributes,
            Encryption encryption,
            Optional<ProbableMatching> probable,
            Supplier<UUID> ids) {
        this.probable = probable;
        this.nodes = new NodeStore(encryption);
        this.events = new EventWriter(encryption);
        this.rules = changed -> new Rules(
                changed,
                new Ownership(changed, new LinkStore(encryption), probable, ids),
                new StatementWriter(changed, encryption, attributes));
        this.current = rules.apply(definition);
    }

    /** Goes by another definition from the next batch on; who was joined before stays joined. */
    public void use(IdentityDefinition changed) {
        current = rules.apply(changed);
    }

    /** Resolves and stores the records that the ledger does not know yet. */
    public Resolution resolve(Handle handle, List<SourceRecord> records, Instant now) {
        List<SourceRecord> fresh = records.isEmpty() ? List.of() : ledger.claim(handle, records, now);
        Rules applied = current;
        int repeats = records.size() - fresh.size();
        if (fresh.isEmpty()) {
            ProfileChanges none = new ProfileChanges(Set.of(), Set.of(), Set.of(), List.of());
            return new Resolution(List.of(), none, List.of(), Map.of(), repeats);
        }
        Map<Entity, Long> nodeOf =
                nodes.nodes(handle, fresh.stream().map(Entity::of).collect(Collectors.toSet()), now);
        List<NodeRecord> ofNodes = fresh.stream()
                .map(record -> new NodeRecord(record, nodeOf.get(Entity.of(record))))
                .toList();
        Set<Long> described = ofNodes.stream()
                .filter(record -> record.record() instanceof CustomerRecord)
                .map(NodeRecord::node)
                .collect(Collectors.toSet());
        nodes.lock(handle, described);
        applied.statements().write(handle, ofNodes);
        Map<Link, Instant> stated = stated(applied.definition(), ofNodes);
        Proposals proposals = probable.map(
                        matching -> matching.propose(handle, described, Ownership.identifiers(stated), now))
                .orElse(Proposals.NONE);
        Assignment assignment = applied.ownership().assign(handle, Set.copyOf(nodeOf.values()), stated, proposals, now);
        List<ResolvedRecord> resolved = ofNodes.stream()
                .map(record -> new ResolvedRecord(
                        record.record(), record.node(), assignment.owners().get(record.node())))
                .toList();
        return store(handle, resolved, assignment, repeats, now);
    }

    /**
     * Matches nodes that are stored already with the store, as new records are. What changes is left to the re-scoring job.
     *
     * @return profiles that turned out to be another
     */
    public List<ProfileMerge> match(Handle handle, Set<Long> stored, Instant now) {
        nodes.lock(handle, stored);
        Proposals proposals =
                probable.map(matching -> matching.again(handle, stored, now)).orElse(Proposals.NONE);
        return join(handle, stored, proposals, now);
    }

    /**
     * Joins what matching is sure of, unless a rule forbids it, and puts the rest up for review.
     *
     * @return profiles that turned out to be another
     */
    public List<ProfileMerge> join(Handle handle, Proposals proposals, Instant now) {
        Set<Long> paired = new HashSet<>();
        proposals.sure().forEach(pair -> paired.addAll(List.of(pair.low(), pair.high())));
        return join(handle, paired, proposals, now);
    }

    private List<ProfileMerge> join(Handle handle, Set<Long> stored, Proposals proposals, Instant now) {
        List<ProfileMerge> merges = current.ownership()
                .assign(handle, stored, Map.of(), proposals, now)
                .merges();
        Set<UUID> survivors = merges.stream().map(ProfileMerge::survivor).collect(Collectors.toSet());
        memberships.change(handle, Set.of(), survivors, now);
        return merges;
    }

    private static Map<Link, Instant> stated(IdentityDefinition definition, List<NodeRecord> records) {
        Map<Link, Instant> stated = new HashMap<>();
        for (NodeRecord record : records) {
            for (Identifier identifier : record.record().identifiers()) {
                if (definition.keeps(identifier)) {
                    stated.merge(
                            new Link(record.node(), identifier), statedAt(record.record()), IdentityResolver::later);
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
