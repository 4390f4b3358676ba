package io.attune.identity.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What was learned of a file: a mixture of classes of pairs, in which the comparisons are independent within a class (Fellegi &amp;
 * Sunter 1969, with further classes as in Larsen &amp; Rubin 2001). Class 0 holds the records of one person; each further one a
 * relation of different persons, who agree in what they share like one person and else like strangers. Arrays are not to be changed.
 *
 * @param comparisons the lines of a pattern
 * @param same share of the pairs of one person at each level, by comparison
 * @param strangers share of the pairs of strangers at each level
 * @param onePerson which classes are of one person
 * @param shares which comparisons each class shares, a bit each
 * @param classes the classes' names
 * @param priors each class's share of all pairs; what is left of 1 are strangers
 */
@SuppressWarnings("ArrayRecordComponent") // millions of persons or pairs: compared by nobody, and never changed
record MatchModel(
        List<Comparison> comparisons,
        double[][] same,
        double[][] strangers,
        List<String> classes,
        boolean[] onePerson,
        long[] shares,
        double[] priors) {
    /** How much likelier each level is among records of one person than among strangers, as natural logarithms. */
    double[][] weights() {
        double[][] weights = new double[same.length][];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = new double[same[i].length];
            for (int level = 0; level < weights[i].length; level++) {
                weights[i][level] = Math.log(same[i][level] / strangers[i][level]);
            }
        }
        return weights;
    }

    /** The odds of a pair, as a natural logarithm, and the likeliest kind of pair that raises or lowers them. */
    record Others(double logOdds, String likeliest) {}

    /** As {@link ClassOdds#logOdds}, exactly even for hopeless pairs, and with what else a pair may be. */
    Others others(double[] weights) {
        double[] odds = new double[priors.length];
        new ClassOdds(this).likelihoods(weights, odds);
        double whole = Posterior.logOdds(odds, onePerson);
        boolean raised = whole > odds[0];
        String likeliest = "strangers";
        double most = raised ? Double.NEGATIVE_INFINITY : 0;
        for (int c = 1; c < odds.length; c++) {
            if (onePerson[c] == raised && odds[c] > most) {
                most = odds[c];
                likeliest = classes.get(c);
            }
        }
        return new Others(whole, likeliest);
    }

    /** @param pairs how many pairs the file has */
    Learned learned(double pairs) {
        double[][] weights = weights();
        List<Learned.Level> levels = new ArrayList<>();
        for (int i = 0; i < same.length; i++) {
            Comparison comparison = comparisons.get(i);
            for (int level = 0; level < same[i].length; level++) {
                levels.add(new Learned.Level(
                        comparison.name(),
                        comparison.levels().get(level),
                        same[i][level],
                        strangers[i][level],
                        weights[i][level] / Math.log(2)));
            }
        }
        List<Learned.Relation> relations = IntStream.range(0, priors.length)
                .mapToObj(c -> new Learned.Relation(classes.get(c), priors[c] * pairs))
                .toList();
        return new Learned(levels, relations);
    }
}
