package io.attune.identity.matching;

/** Weighs the pairs of a small table by a model that was learned before. Made by {@link StoreMatching}. Not thread-safe. */
public final class PersonMatcher {
    private final int[] persons;
    private final PairScorer scorer;
    private final Explainer explainer;
    private final MatchingDefinition.Thresholds thresholds;

    PersonMatcher(
            Persons persons, PersonComparison comparison, PairScorer scorer, MatchingDefinition.Thresholds thresholds) {
        this.persons = persons.byRow();
        this.scorer = scorer;
        this.thresholds = thresholds;
        explainer = new Explainer(persons, comparison, scorer, thresholds);
    }

    /** The odds, as a natural logarithm, that two rows of the table are one person. Symmetric. */
    public double logOdds(int row, int other) {
        return scorer.logOdds(persons[row], persons[other]);
    }

    public Verdict verdict(double logOdds) {
        return thresholds.verdict(logOdds);
    }

    /** Whether two rows speak against their clusters being one: more likely two people than one. */
    public boolean contradicts(int row, int other) {
        return logOdds(row, other) < 0;
    }

    public Explanation explain(int row, int other) {
        return explainer.explain(persons[row], persons[other]);
    }
}
