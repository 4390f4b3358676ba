package io.attune.identity.matching;

import java.util.Arrays;

/**
 * Joins pairs into clusters, the most probable first. Two clusters are joined by a pair only if the others of both do not speak
 * against it: so one wrong pair does not chain two persons together. What is refused goes to review. Rows of two files are linked
 * one to one, the most probable pairs first.
 */
final class Clustering {
    private final PairScorer scorer;
    private final Persons persons;
    private final MatchingDefinition.Clusters limits;

    Clustering(Persons persons, PairScorer scorer, MatchingDefinition.Clusters limits) {
        this.persons = persons;
        this.scorer = scorer;
        this.limits = limits;
    }

    /**
     * Joins pairs into clusters that exist already.
     *
     * @param least the odds that a pair needs, as a natural logarithm
     * @param contradiction the odds below which a pair speaks against joining two clusters
     */
    void join(Edges edges, double least, double contradiction, Clusters clusters) {
        for (int i = 0; i < edges.size() && edges.logOdds()[i] >= least; i++) {
            int left = edges.lefts()[i];
            int right = edges.rights()[i];
            if (clusters.leader(left) != clusters.leader(right) && agrees(left, right, clusters, contradiction)) {
                clusters.join(left, right);
            }
        }
    }

    private boolean agrees(int left, int right, Clusters clusters, double contradiction) {
        int together = clusters.size(left) + clusters.size(right);
        if (together == 2) {
            return true;
        }
        if (persons.linked() || together > limits.maximumSize()) {
            return false;
        }
        int each = (int) Math.ceil(Math.sqrt(limits.checkedPairs()));
        int[] some = clusters.members(left, each);
        int[] others = clusters.members(right, each);
        Arrays.sort(some);
        Arrays.sort(others);
        int contradictions = 0;
        int compared = 0;
        for (int one : some) {
            for (int other : others) {
                if (persons.comparable(one, other)) {
                    compared++;
                    contradictions += scorer.logOdds(one, other) < contradiction ? 1 : 0;
                }
            }
        }
        return contradictions * 2 < compared;
    }
}
