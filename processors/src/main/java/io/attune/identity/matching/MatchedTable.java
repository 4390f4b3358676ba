package io.attune.identity.matching;

import java.util.List;
import java.util.stream.IntStream;

/** A table of which it is known who is who, with all that led there. Made by {@link Resolver}. */
public final class MatchedTable {
    private final Persons persons;
    private final PairScorer scorer;
    private final Explainer explainer;
    private final Edges edges;
    private final int[] known;
    private final MatchingDefinition definition;
    private final ResolvedTable resolved;

    MatchedTable(
            Persons persons,
            PersonComparison comparison,
            PairScorer scorer,
            Edges edges,
            int[] known,
            MatchingDefinition definition,
            ResolvedTable resolved) {
        this.persons = persons;
        this.scorer = scorer;
        this.edges = edges;
        this.known = known;
        this.definition = definition;
        this.resolved = resolved;
        explainer = new Explainer(persons, comparison, scorer, definition.thresholds());
    }

    /** Who is who. */
    public ResolvedTable resolved() {
        return resolved;
    }

    /** Why two rows are taken for one person or for two. */
    public Explanation explain(int row, int other) {
        int[] byRow = persons.byRow();
        return explainer.explain(byRow[row], byRow[other]);
    }

    /** A pair of rows, with the odds as a natural logarithm. */
    public interface PairVisitor {
        void visit(int row, int other, double logOdds);
    }

    /** Visits every pair that is sure or up for review, the most probable first. */
    public void pairs(PairVisitor visitor) {
        double least = Posterior.logOdds(definition.thresholds().review());
        for (int i = 0; i < edges.size() && edges.logOdds()[i] >= least; i++) {
            visitor.visit(persons.rows()[edges.lefts()[i]], persons.rows()[edges.rights()[i]], edges.logOdds()[i]);
        }
    }

    StoredModel model(ValueHash hash) {
        MatchModel model = scorer.model();
        double[][] expected = definition.strangers().of(model.comparisons());
        List<AttributeShares> shares = IntStream.range(0, persons.columns().size())
                .mapToObj(i -> {
                    Column column = persons.columns().get(i);
                    TermFrequencies counted =
                            TermFrequencies.of(column.numbers(), column.values().size(), known, expected[i][0]);
                    return AttributeShares.of(column, counted, expected[i][0], hash);
                })
                .toList();
        return new StoredModel(model, shares, persons.pairs());
    }
}
