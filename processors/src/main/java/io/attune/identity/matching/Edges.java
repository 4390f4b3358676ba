package io.attune.identity.matching;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Pairs with the odds that they are one person, the most probable first. Arrays are not to be changed.
 *
 * @param lefts a person each
 * @param rights the other person of each pair
 * @param logOdds natural logarithms, descending
 */
@SuppressWarnings("ArrayRecordComponent") // millions of persons or pairs: compared by nobody, and never changed
record Edges(int[] lefts, int[] rights, double[] logOdds) {
    /** The pairs that have at least these odds, given as a natural logarithm. */
    static Edges of(List<Pairs> candidates, PairScorer scorer, double least) {
        List<Scored> scored = candidates.parallelStream()
                .map(pairs -> score(pairs, scorer, least))
                .toList();
        int size = scored.stream().mapToInt(list -> list.pairs().size()).sum();
        Scored all = new Scored(new Pairs(), Optional.empty());
        double[] logOdds = new double[size];
        int at = 0;
        for (Scored list : scored) {
            double[] some = list.logOdds().orElseThrow();
            System.arraycopy(some, 0, logOdds, at, some.length);
            at += some.length;
            for (int i = 0; i < list.pairs().size(); i++) {
                all.pairs().add(list.pairs().left(i), list.pairs().right(i), 0);
            }
        }
        return sorted(all.pairs(), logOdds);
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Scored(Pairs pairs, Optional<double[]> logOdds) {}

    private static Scored score(Pairs pairs, PairScorer scorer, double least) {
        Pairs kept = new Pairs();
        double[] logOdds = new double[pairs.size()];
        double[] weights = new double[scorer.weights()];
        double[] classes = new double[scorer.classes()];
        for (int i = 0; i < pairs.size(); i++) {
            double odds = scorer.logOdds(pairs.left(i), pairs.right(i), pairs.pattern(i), weights, classes);
            if (odds >= least) {
                logOdds[kept.size()] = odds;
                kept.add(pairs.left(i), pairs.right(i), pairs.pattern(i));
            }
        }
        return new Scored(kept, Optional.of(Arrays.copyOf(logOdds, kept.size())));
    }

    private static Edges sorted(Pairs pairs, double[] logOdds) {
        Integer[] order = new Integer[logOdds.length];
        Arrays.setAll(order, i -> i);
        Arrays.parallelSort(order, (one, other) -> {
            int byProbability = Double.compare(logOdds[other], logOdds[one]);
            int byLeft = Integer.compare(pairs.left(one), pairs.left(other));
            int byRight = Integer.compare(pairs.right(one), pairs.right(other));
            return byProbability != 0 ? byProbability : byLeft != 0 ? byLeft : byRight;
        });
        int[] lefts = new int[order.length];
        int[] rights = new int[order.length];
        double[] sorted = new double[order.length];
        for (int i = 0; i < order.length; i++) {
            lefts[i] = pairs.left(order[i]);
            rights[i] = pairs.right(order[i]);
            sorted[i] = logOdds[order[i]];
        }
        return new Edges(lefts, rights, sorted);
    }

    int size() {
        return lefts.length;
    }
}
