package io.attune.identity.probable;

import io.attune.error.AttuneException;
import io.attune.error.ErrorCategory;
import io.attune.identity.matching.Attribute;
import io.attune.identity.matching.MatchedTable;
import io.attune.identity.matching.PersonTable;
import io.attune.identity.matching.StoreMatching;
import io.attune.identity.matching.StoredModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** Reads all nodes that can be matched into one table, part by part, and finds the pairs among them. Not thread-safe. */
public final class StoreReader {
    private static final int AT_ONCE = 1_000;
    private static final int MOST = 4_000_000;
    private static final List<String> NAMING = List.of("given_name", "family_name", "birth_date");

    private final StoreMatching matching;
    private final StoredPersons persons;
    private final MatchNodes nodes;
    private final PersonTable table = StoreMatching.table();
    private final List<Long> nodeOfRow = new ArrayList<>();
    private final Map<String, Set<Long>> ofSource = new TreeMap<>();
    private long last = Long.MIN_VALUE;

    StoreReader(StoreMatching matching, StoredPersons persons, MatchNodes nodes) {
        this.matching = matching;
        this.persons = persons;
        this.nodes = nodes;
    }

    /** How many nodes there are to read, about. */
    public static long count(Handle handle) {
        return handle.createQuery("select count(*) from match_node")
                .mapTo(Long.class)
                .one();
    }

    /** How many nodes were read. */
    public long nodes() {
        return nodeOfRow.size();
    }

    /**
     * Reads the next nodes, and remembers under which keys they are found if that was not done. The nodes are locked.
     *
     * @return whether there may be more
     */
    public boolean readMore(Handle handle, Instant now) {
        Map<Long, String> sources = new TreeMap<>();
        handle.createQuery("""
                        select n.node_id, n.source from identity_node n
                        where n.node_id > :last and exists (
                          select from node_attribute a
                          where a.node_id = n.node_id and a.name = any(:naming) and a.value is distinct from '')
                        order by n.node_id limit :most
                        for no key update of n
                        """)
                .bind("last", last)
                .bind("most", AT_ONCE)
                .bindArray("naming", String.class, NAMING)
                .reduceResultSet(sources, (all, row, context) -> {
                    all.put(row.getLong("node_id"), row.getString("source"));
                    return all;
                });
        if (sources.isEmpty()) {
            return false;
        }
        Map<Long, Map<Attribute, String>> values = persons.read(handle, sources.keySet(), List.of());
        Map<Long, Map<Attribute, String>> normalized = new TreeMap<>();
        values.forEach((node, known) -> normalized.put(node, StoreMatching.normalized(known)));
        nodes.write(handle, sources.keySet(), normalized, now);
        new TreeMap<>(values).forEach((node, known) -> {
            nodeOfRow.add(node);
            table.add(StoreMatching.row(known));
            ofSource.computeIfAbsent(sources.get(node), source -> new HashSet<>())
                    .add(node);
        });
        last = sources.keySet().stream().max(Long::compare).orElseThrow();
        if (nodeOfRow.size() > MOST) {
            throw new AttuneException(
                    "STORE_TOO_LARGE_TO_MATCH",
                    ErrorCategory.USER,
                    "more than " + MOST + " records are not matched at once; those that come are matched one by one");
        }
        return true;
    }

    /** Learns how records of one person compare in this store. */
    public MatchedTable learn() {
        return matching.learn(table);
    }

    public StoredModel model(MatchedTable matched) {
        return matching.model(matched);
    }

    /**
     * The pairs that are sure or doubtful, the most probable first.
     *
     * @param source only pairs within it
     */
    public void pairs(MatchedTable matched, Optional<String> source, Consumer<ScoredPair> taker) {
        Optional<Set<Long>> within = source.map(name -> ofSource.getOrDefault(name, Set.of()));
        matched.pairs((row, other, logOdds) -> {
            long one = nodeOfRow.get(row);
            long two = nodeOfRow.get(other);
            if (within.map(nodesOf -> nodesOf.contains(one) && nodesOf.contains(two))
                    .orElse(true)) {
                taker.accept(ScoredPair.of(one, two, logOdds));
            }
        });
    }
}
