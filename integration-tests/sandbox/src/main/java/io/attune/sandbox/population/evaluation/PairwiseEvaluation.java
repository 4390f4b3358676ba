package io.attune.sandbox.population.evaluation;

import io.attune.sandbox.population.source.Entity;
import io.attune.sandbox.population.truth.Truth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * Judges who was joined with whom, by the sizes of clusters instead of pair by pair, so in time linear in the number
 * of entities. Entities that carry no identifier (receipts without card and phone) are left out, for nothing could
 * join them. An entity of the truth that the clustering lacks stands alone; one that the truth lacks is ignored.
 */
public final class PairwiseEvaluation {
    private final Map<Entity, String> persons;

    public PairwiseEvaluation(Truth truth) {
        this.persons = new HashMap<>(truth.entities());
        this.persons.keySet().removeIf(entity -> !entity.namesSomebody());
    }

    /**
     * Scores a clustering.
     *
     * @param clusters the cluster, such as a profile's id, of each entity
     */
    public PairwiseScore score(Map<Entity, ?> clusters) {
        return score((entity, person) -> Optional.ofNullable(clusters.get(entity)));
    }

    /** What joining nothing reaches: a recall of 0. */
    public PairwiseScore noMerging() {
        return score((entity, person) -> Optional.empty());
    }

    /** What perfect joining within each source, but never across two, would reach. */
    public PairwiseScore eachSourceAlone() {
        return score((entity, person) -> Optional.of(entity.source() + " " + person));
    }

    /** What perfect joining within one source alone would reach, by source. */
    public Map<String, PairwiseScore> oneSourceAlone() {
        Map<String, PairwiseScore> scores = new TreeMap<>();
        persons.keySet().stream().map(Entity::source).distinct().forEach(source -> {
            scores.put(
                    source,
                    score((entity, person) -> entity.source().equals(source) ? Optional.of(person) : Optional.empty()));
        });
        return scores;
    }

    private PairwiseScore score(BiFunction<Entity, String, Optional<?>> clusterOf) {
        Map<String, Long> byPerson = new HashMap<>();
        Map<Object, Long> byCluster = new HashMap<>();
        Map<Cell, Long> byBoth = new HashMap<>();
        persons.forEach((entity, person) -> {
            byPerson.merge(person, 1L, Long::sum);
            clusterOf.apply(entity, person).ifPresent(cluster -> {
                byCluster.merge(cluster, 1L, Long::sum);
                byBoth.merge(new Cell(person, cluster), 1L, Long::sum);
            });
        });
        return new PairwiseScore(pairs(byPerson), pairs(byCluster), pairs(byBoth));
    }

    private static long pairs(Map<?, Long> sizes) {
        return sizes.values().stream().mapToLong(size -> size * (size - 1) / 2).sum();
    }

    private record Cell(String person, Object cluster) {}
}
