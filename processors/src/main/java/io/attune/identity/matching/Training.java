package io.attune.identity.matching;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Learns a model without labels by expectation maximization over <em>all</em> pairs of a file. Pairs that no blocking rule brought
 * together are taken for strangers, so that neither the priors nor the shares of levels are bent by blocking; strangers' shares
 * come from random pairs, each weighted by the probability that it is indeed one of strangers, so that a small file full of
 * duplicates does not spoil them. What the definition expects counts as some pairs more (a Dirichlet prior), which keeps small
 * files from extremes.
 */
final class Training {
    private static final int MOST_ROUNDS = 30;
    private static final double SETTLED = 1e-4;
    private static final double FIRST_DUPLICATES = 0.2;
    private static final double FIRST_RELATED = 0.02;
    private static final double PRIOR_RELATED_PAIRS = 0.5;
    private static final double MOST_CHANGED = 0.5;
    private static final double MOST_OTHER = 0.2;
    private static final double MOST_DRIFT = 4;

    private final List<Comparison> comparisons;
    private final MatchingDefinition definition;
    private final double pairs;
    private final List<MatchingDefinition.Relation> relations;
    private final long[] shares;

    private double[][] same;
    private double[][] strangers;
    private final double[] priors;

    Training(List<Comparison> comparisons, MatchingDefinition definition, Persons persons) {
        this.comparisons = comparisons;
        this.definition = definition;
        pairs = Math.max(1, persons.pairs());
        relations = distinguishable();
        shares = LongStream.concat(
                        LongStream.of(bits(comparison -> true)),
                        relations.stream().mapToLong(relation -> bits(relation.shares()::contains)))
                .toArray();
        same = definition.onePerson().of(comparisons);
        strangers = definition.strangers().of(comparisons);
        priors = new double[shares.length];
        Arrays.fill(priors, FIRST_RELATED * persons.size() / pairs);
        priors[0] = FIRST_DUPLICATES * persons.size() / pairs;
        for (int i = 0; i < priors.length; i++) {
            priors[i] = Math.min(priors[i], 0.2);
        }
    }

    private List<MatchingDefinition.Relation> distinguishable() {
        Set<Long> known = new HashSet<>(Set.of(bits(comparison -> true)));
        return definition.relations().stream()
                .filter(relation -> Long.bitCount(bits(relation.shares()::contains)) > 1)
                .filter(relation -> known.add(bits(relation.shares()::contains)))
                .toList();
    }

    private long bits(Predicate<String> shared) {
        long bits = 0;
        for (int i = 0; i < comparisons.size(); i++) {
            bits |= shared.test(comparisons.get(i).name()) ? 1L << i : 0;
        }
        return bits;
    }

    /**
     * Learns.
     *
     * @param candidates the patterns of the pairs that were compared
     * @param random the patterns of a random sample of all pairs
     */
    MatchModel learn(PatternCounts candidates, PatternCounts random) {
        strangers = strangers(Tally.of(random, model(), true), random);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double before = priors[0];
            MatchModel model = model();
            Tally found = Tally.of(candidates, model, false);
            same = plausible(found.shares(
                    definition.onePerson().of(comparisons),
                    definition.onePerson().weight()));
            Tally sampled = Tally.of(random, model, true);
            strangers = strangers(sampled, random);
            for (int c = 0; c < priors.length; c++) {
                double count = Math.max(found.classes()[c], widely(c, sampled, random));
                priors[c] = Math.min(0.5, (count + PRIOR_RELATED_PAIRS) / pairs);
            }
            bound();
            if (Math.abs(priors[0] - before) < SETTLED * before) {
                break;
            }
        }
        return model();
    }

    /**
     * Keeps the class of one person what it is: where a file has few duplicates, it must not turn into one of people who share a
     * given name and a town.
     */
    private double[][] plausible(double[][] shares) {
        double[][] expected = definition.onePerson().of(comparisons);
        for (int i = 0; i < shares.length; i++) {
            int other = shares[i].length - 1;
            double most = Math.max(MOST_OTHER, MOST_DRIFT * expected[i][other]);
            double excess = shares[i][other] - most;
            if (excess > 0 && most < 1) {
                double scale = (1 - most) / (1 - shares[i][other]);
                for (int level = 0; level < other; level++) {
                    shares[i][level] *= scale;
                }
                shares[i][other] = most;
            }
        }
        return shares;
    }

    /** Keeps what is rare by nature rare: a file of many mistyped names is not one of many twins. */
    private void bound() {
        for (int i = 0; i < relations.size(); i++) {
            MatchingDefinition.Relation relation = relations.get(i);
            if (relation.onePerson()) {
                priors[i + 1] = Math.min(MOST_CHANGED * priors[0], priors[i + 1]);
            } else if (relation.rarity() > 0) {
                double least = relation.rarity() * priors[0];
                double whole = IntStream.range(0, relations.size())
                        .filter(j -> relations.get(j).name().equals(relation.within()))
                        .mapToDouble(j -> priors[j + 1])
                        .sum();
                double most = least + relation.rarity() * whole;
                priors[i + 1] = Math.max(least, Math.min(most, priors[i + 1]));
            }
        }
    }

    /** What is expected before anything was learned. */
    MatchModel expected() {
        bound();
        return model();
    }

    /**
     * How many pairs of a common kind there are at least, as random pairs tell: most people of one town share nothing more that would
     * have them compared, and those who do, such as a given name, must not be taken for one person.
     */
    private double widely(int c, Tally sampled, PatternCounts random) {
        if (c == 0 || relations.get(c - 1).onePerson() || relations.get(c - 1).rarity() > 0) {
            return 0;
        }
        double seen = sampled.classes()[c];
        double certain = seen - 2 * Math.sqrt(seen);
        return certain > 0 ? certain * pairs / random.total() : 0;
    }

    private double[][] strangers(Tally sampled, PatternCounts random) {
        // A sample of more pairs than there are knows no more than all of them.
        double repeated = Math.max(1, random.total() / pairs);
        double[][] levels = sampled.shares(
                definition.strangers().of(comparisons), definition.strangers().weight() * repeated);
        for (int i = 0; i < levels.length; i++) {
            if (comparisons.get(i).name().equals(PersonComparison.NAME_ORDER)) {
                // Strangers' names agree crosswise as rarely as they agree straight: the names' own levels say how
                // rarely.
                Arrays.fill(levels[i], 1);
            }
        }
        return levels;
    }

    private MatchModel model() {
        List<String> classes = Stream.concat(
                        Stream.of("one person"), relations.stream().map(MatchingDefinition.Relation::name))
                .toList();
        boolean[] onePerson = new boolean[priors.length];
        onePerson[0] = true;
        for (int i = 0; i < relations.size(); i++) {
            onePerson[i + 1] = relations.get(i).onePerson();
        }
        return new MatchModel(comparisons, same, strangers, classes, onePerson, shares, priors.clone());
    }
}
