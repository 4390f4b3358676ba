package io.attune.identity.probable;

import io.attune.identity.matching.Attribute;
import io.attune.identity.matching.PersonMatcher;
import io.attune.identity.probable.Doubt.Cause;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Keeps one pair from chaining two people together: two clusters are joined only if their other records do not speak against it,
 * and if they do not grow too large. For some profiles and nodes, which its caller has locked. Not thread-safe.
 */
public final class ClusterGuard {
    private final int most;
    private final int looked;
    private final Map<UUID, List<Long>> members = new HashMap<>();
    private final Map<UUID, Integer> sizes = new HashMap<>();
    private final NodeTable table;
    private final PersonMatcher matcher;

    private ClusterGuard(
            Handle handle,
            ProbableMatching probable,
            Collection<UUID> profiles,
            Collection<Long> nodes,
            Collection<StoredPersons.StatedIdentifier> identifiers) {
        most = probable.matching().limits().maximumSize();
        looked = (int) Math.ceil(Math.sqrt(probable.matching().clusters().checkedPairs()));
        read(handle, profiles);
        Set<Long> all = new HashSet<>(nodes);
        members.values().forEach(all::addAll);
        Map<Long, Map<Attribute, String>> persons = probable.persons().read(handle, all, identifiers);
        table = new NodeTable(persons);
        matcher = probable.matching()
                .matcher(table.table(), probable.models().current(handle).model());
    }

    /**
     * A guard.
     *
     * @param identifiers of the nodes that are not stored yet
     */
    public static ClusterGuard of(
            Handle handle,
            ProbableMatching probable,
            Collection<UUID> profiles,
            Collection<Long> nodes,
            Collection<StoredPersons.StatedIdentifier> identifiers) {
        return new ClusterGuard(handle, probable, profiles, nodes, identifiers);
    }

    private void read(Handle handle, Collection<UUID> profiles) {
        handle.createQuery("""
                        select profile_id, node_id, size from (
                          select m.profile_id, n.node_id, count(*) over (partition by m.profile_id) as size,
                            row_number() over (partition by m.profile_id order by n.node_id) as place
                          from membership m join match_node n on n.node_id = m.node_id
                          where m.profile_id = any(:profiles) and m.until is null) ranked
                        where place <= :looked
                        order by profile_id, node_id
                        """)
                .bindArray("profiles", UUID.class, profiles)
                .bind("looked", looked)
                .reduceResultSet(members, (all, row, context) -> {
                    UUID profile = row.getObject("profile_id", UUID.class);
                    all.computeIfAbsent(profile, key -> new ArrayList<>()).add(row.getLong("node_id"));
                    sizes.put(profile, row.getInt("size"));
                    return all;
                });
    }

    /** One of two clusters that a pair would join: profiles, and nodes that have none yet. */
    public record Cluster(Set<UUID> profiles, Set<Long> nodes) {}

    /** What speaks against joining two clusters. */
    public Optional<Cause> objection(Cluster one, Cluster other) {
        if (size(one) + size(other) > most) {
            return Optional.of(Cause.TOO_LARGE);
        }
        int compared = 0;
        int contradictions = 0;
        for (long left : some(one)) {
            for (long right : some(other)) {
                compared++;
                contradictions += matcher.contradicts(table.row(left), table.row(right)) ? 1 : 0;
            }
        }
        return compared > 0 && contradictions * 2 >= compared ? Optional.of(Cause.CONTRADICTED) : Optional.empty();
    }

    private int size(Cluster cluster) {
        Set<Long> nodes = new HashSet<>(cluster.nodes());
        int size = 0;
        for (UUID profile : cluster.profiles()) {
            size += sizes.getOrDefault(profile, 0);
            nodes.removeAll(members.getOrDefault(profile, List.of()));
        }
        return size + nodes.size();
    }

    private List<Long> some(Cluster cluster) {
        Set<Long> nodes = new HashSet<>(cluster.nodes());
        cluster.profiles().forEach(profile -> nodes.addAll(members.getOrDefault(profile, List.of())));
        return nodes.stream().filter(table::has).sorted().limit(looked).toList();
    }
}
