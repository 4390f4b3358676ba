package io.attune.identity.matching;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What {@code connectors-config/matching.yaml} says: how persons are compared and joined where no identifier tells. Immutable.
 *
 * @param onePerson how records of one person are expected to compare
 * @param strangers how records of different persons are expected to compare
 * @param relations how different persons come to share attributes, and one person to change some
 * @param store how records are matched with the profiles of the hub
 */
public record MatchingDefinition(
        Thresholds thresholds,
        Candidates candidates,
        Clusters clusters,
        Expectation onePerson,
        Expectation strangers,
        List<Relation> relations,
        List<BlockingRule> blocking,
        Store store) {
    public MatchingDefinition {
        relations = List.copyOf(relations);
        blocking = List.copyOf(blocking);
    }

    /**
     * From which probability on a pair is joined, and from which on a person should look at it.
     *
     * @param sure more than {@code review}
     * @param neverSure comparisons that let no pair be sure if they differ altogether
     * @param sureNeeds combinations of comparisons; a sure pair agrees to the letter in all of one combination at least, where the
     *     table has any of them
     */
    public record Thresholds(double sure, double review, Set<String> neverSure, List<Set<String>> sureNeeds) {
        public Thresholds {
            neverSure = Set.copyOf(neverSure);
            sureNeeds = sureNeeds.stream().map(Set::copyOf).toList();
        }

        /** What follows from odds, given as a natural logarithm. */
        Verdict verdict(double logOdds) {
            if (logOdds >= Posterior.logOdds(sure)) {
                return Verdict.SURE;
            }
            return logOdds >= Posterior.logOdds(review) ? Verdict.REVIEW : Verdict.NONE;
        }
    }

    /**
     * What is expected before anything was learned.
     *
     * @param weight as how many pairs it weighs, against those of the file
     * @param levels for each comparison, the share of pairs at each level
     */
    public record Expectation(double weight, Map<String, Map<String, Double>> levels) {
        public Expectation {
            levels = Map.copyOf(levels);
        }

        double[][] of(List<Comparison> comparisons) {
            return comparisons.stream()
                    .map(comparison -> comparison.levels().stream()
                            .mapToDouble(levels.get(comparison.name())::get)
                            .toArray())
                    .toArray(double[][]::new);
        }
    }

    /**
     * Which pairs are compared.
     *
     * @param allPairsUpTo a file with no more pairs than this is compared whole
     * @param pairsPerPerson how many pairs blocking may bring for each person
     * @param leastPairs how many it may bring in any case
     * @param sampledPairs how many random pairs tell how strangers compare
     */
    public record Candidates(long allPairsUpTo, long pairsPerPerson, long leastPairs, int sampledPairs) {}

    /**
     * How a new or changed record is matched with the profiles of the hub.
     *
     * @param online whether it is matched at once, in the profile route
     * @param persons how many records the store is taken to hold until a model was learned of it
     * @param candidates with how many others a record is compared at most
     * @param block a key that more records share than this brings nobody together
     * @param maximumSize a profile of more matched records than this grows by review only
     */
    public record Store(
            boolean online, int persons, int candidates, int block, int maximumSize, List<BlockingRule> blocking) {
        public Store {
            blocking = List.copyOf(blocking);
        }
    }

    /**
     * When a cluster is too doubtful to be joined without being looked at.
     *
     * @param maximumSize larger ones go to review
     * @param checkedPairs how many pairs across two clusters are looked at before these are joined
     */
    public record Clusters(int maximumSize, int checkedPairs) {}

    /**
     * A way in which different persons resemble each other, such as a household.
     *
     * @param onePerson whether such records are of one person after all, who changed what is not shared
     * @param shares the comparisons in which such persons agree like records of one person
     * @param rarity 0 where the file alone tells how many such pairs there are; else their number is at least this share of the
     *     pairs of one person, and at most as much more as it is of those that another relation has
     * @param within the relation that they are a rare part of; empty where the file alone tells
     */
    public record Relation(
            String name, String description, boolean onePerson, Set<String> shares, double rarity, String within) {
        public Relation {
            shares = Set.copyOf(shares);
        }
    }
}
