package io.attune.identity.matching;

import java.util.ArrayList;
import java.util.List;

/** Explains the odds of pairs by a model. As thread-safe as the scorer. */
final class Explainer {
    private static final double BIT = Math.log(2);

    private final Persons persons;
    private final PersonComparison comparison;
    private final PairScorer scorer;
    private final MatchingDefinition.Thresholds thresholds;

    Explainer(
            Persons persons, PersonComparison comparison, PairScorer scorer, MatchingDefinition.Thresholds thresholds) {
        this.persons = persons;
        this.comparison = comparison;
        this.scorer = scorer;
        this.thresholds = thresholds;
    }

    /** @param person the one whose values are shown on the left */
    Explanation explain(int person, int other) {
        int lower = Math.min(person, other);
        int upper = Math.max(person, other);
        long pattern = comparison.pattern(lower, upper);
        MatchModel model = scorer.model();
        double[] weights = new double[scorer.weights()];
        scorer.weigh(lower, upper, pattern, weights);
        double prior = Math.log(model.priors()[0]);
        double sum = prior;
        List<Explanation.Line> lines = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i];
            lines.add(line(i, pattern, person, other, weights[i]));
        }
        MatchModel.Others others = model.others(weights);
        double whole = others.logOdds();
        double most = Posterior.logOdds(thresholds.sure()) - 1e-9;
        double cautious = whole > most && scorer.doubtful(pattern) ? most : whole;
        return new Explanation(
                prior / BIT,
                lines,
                (whole - sum) / BIT,
                others.likeliest(),
                (cautious - whole) / BIT,
                cautious / BIT,
                Posterior.probability(cautious),
                thresholds.verdict(cautious),
                Posterior.logOdds(thresholds.sure()) / BIT,
                Posterior.logOdds(thresholds.review()) / BIT);
    }

    private Explanation.Line line(int i, long pattern, int person, int other, double weight) {
        Comparison line = scorer.model().comparisons().get(i);
        int level = Comparison.level(pattern, i);
        boolean attribute = i < comparison.columns();
        return new Explanation.Line(
                line.name(),
                level == Comparison.MISSING ? "missing" : line.levels().get(level),
                attribute ? persons.columns().get(i).text(person) : "",
                attribute ? persons.columns().get(i).text(other) : "",
                weight / BIT);
    }
}
