package io.attune.identity.probable;

import io.attune.identity.matching.Attribute;
import io.attune.identity.matching.Explanation;
import io.attune.identity.matching.PersonMatcher;
import io.attune.identity.matching.StoreMatching;
import io.attune.identity.matching.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Matches nodes with the store: finds those that share a key, decrypts what is known of them, and weighs the pairs by the model in
 * use. Works inside the caller's transaction; locks nothing, so what another transaction writes at the same moment is not seen (the
 * recheck finds it). Thread-safe.
 */
public final class ProbableMatching {
    private final StoreMatching matching;
    private final StoredPersons persons;
    private final MatchNodes nodes;
    private final Models models;

    public ProbableMatching(StoreMatching matching, StoredPersons persons, KeyedHashes hashes, Models models) {
        this.matching = matching;
        this.persons = persons;
        this.models = models;
        this.nodes = new MatchNodes(matching, hashes);
    }

    public Models models() {
        return models;
    }

    StoreMatching matching() {
        return matching;
    }

    StoredPersons persons() {
        return persons;
    }

    /**
     * Matches the nodes that changed with all others, and remembers under which keys they are found.
     *
     * @param changed nodes whose sources said something new; locked by the caller, their attributes written
     * @param identifiers that are not stored yet
     */
    public Proposals propose(
            Handle handle,
            Collection<Long> changed,
            Collection<StoredPersons.StatedIdentifier> identifiers,
            Instant now) {
        if (changed.isEmpty()) {
            return Proposals.NONE;
        }
        Map<Long, Map<Attribute, String>> values = persons.read(handle, changed, identifiers);
        Map<Long, Map<Attribute, String>> normalized = new HashMap<>();
        values.forEach((node, known) -> normalized.put(node, StoreMatching.normalized(known)));
        Map<Long, List<Long>> keys = nodes.write(handle, changed, normalized, now);
        return compare(handle, values, Candidates.find(handle, keys, matching.limits()));
    }

    /** Matches nodes that are stored already once more; those that are, are not flagged for it any longer. */
    public Proposals again(Handle handle, Collection<Long> stored, Instant now) {
        Map<Long, Map<Attribute, String>> values = persons.read(handle, stored, List.of());
        Map<Long, List<Long>> keys = new HashMap<>();
        values.forEach((node, known) -> keys.put(node, nodes.keys(StoreMatching.normalized(known))));
        nodes.matched(handle, stored, now);
        return compare(handle, values, Candidates.find(handle, keys, matching.limits()));
    }

    /** A reader of the whole store. */
    public StoreReader reader() {
        return new StoreReader(matching, persons, nodes);
    }

    /** What follows from odds, given as a natural logarithm. */
    public Verdict verdict(double logOdds) {
        return matching.verdict(logOdds);
    }

    /** Nodes that were matched while other transactions wrote, so that pairs may have been missed. */
    public Set<Long> flagged(Handle handle, int most) {
        return nodes.flagged(handle, most);
    }

    /** Why two nodes are taken for one person or for two; empty where one of them has neither name nor birth date. */
    public Optional<Explanation> explain(Handle handle, long one, long other) {
        Map<Long, Map<Attribute, String>> known = persons.read(handle, List.of(one, other), List.of());
        if (known.size() < 2) {
            return Optional.empty();
        }
        NodeTable table = new NodeTable(known);
        return Optional.of(
                matching.matcher(table.table(), models.current(handle).model())
                        .explain(table.row(one), table.row(other)));
    }

    private Proposals compare(
            Handle handle, Map<Long, Map<Attribute, String>> known, Map<Long, List<Long>> candidates) {
        if (candidates.isEmpty()) {
            return Proposals.NONE;
        }
        Set<Long> others = new HashSet<>();
        candidates.values().forEach(others::addAll);
        others.removeAll(known.keySet());
        Map<Long, Map<Attribute, String>> all = new HashMap<>(persons.read(handle, others, List.of()));
        all.putAll(known);
        NodeTable table = new NodeTable(all);
        PersonMatcher matcher =
                matching.matcher(table.table(), models.current(handle).model());
        Set<ScoredPair> pairs = new HashSet<>();
        candidates.forEach((node, with) -> with.stream()
                .filter(table::has)
                .forEach(candidate -> pairs.add(
                        ScoredPair.of(node, candidate, matcher.logOdds(table.row(node), table.row(candidate))))));
        return split(pairs, matcher);
    }

    private static Proposals split(Set<ScoredPair> pairs, PersonMatcher matcher) {
        List<ScoredPair> sure = new ArrayList<>();
        List<ScoredPair> review = new ArrayList<>();
        pairs.stream().sorted(ScoredPair.MOST_PROBABLE_FIRST).forEach(pair -> {
            Verdict verdict = matcher.verdict(pair.logOdds());
            if (verdict == Verdict.SURE) {
                sure.add(pair);
            } else if (verdict == Verdict.REVIEW) {
                review.add(pair);
            }
        });
        return new Proposals(sure, review);
    }
}
