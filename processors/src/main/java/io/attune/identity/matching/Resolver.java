package io.attune.identity.matching;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the records of one person in a file, or in two, without labels: compares, learns how records of one person and of strangers
 * compare, weighs every pair, and clusters. The result does not depend on the order of rows, nor on the number of threads.
 */
public final class Resolver {
    private static final double WORTH_KEEPING = -7;
    private static final double EVEN = 0;
    private static final double UNLIKELY = Posterior.logOdds(0.01);

    private final MatchingDefinition definition;
    private final Nicknames nicknames = Nicknames.common();

    public Resolver(MatchingDefinition definition) {
        this.definition = definition;
    }

    /** Resolves a table. */
    public ResolvedTable resolve(PersonTable table) {
        return match(table).resolved();
    }

    /** Resolves a table, and keeps what led there. */
    public MatchedTable match(PersonTable table) {
        Persons persons = table.persons();
        PersonComparison comparison = new PersonComparison(persons, nicknames);
        List<Pairs> candidates =
                new CandidatePairs(persons, comparison).find(definition.candidates(), definition.blocking());
        MatchModel model = new Training(comparison.comparisons(), definition, persons)
                .learn(
                        PatternCounts.of(candidates),
                        RandomPairs.patterns(
                                persons, comparison, definition.candidates().sampledPairs()));
        int[] strangers = IntStream.range(0, persons.size()).toArray();
        PairScorer first = new PairScorer(persons, comparison, model, strangers, definition);
        Clusters known = new Clusters(persons.size());
        double sure = Posterior.logOdds(definition.thresholds().sure());
        new Clustering(persons, first, definition.clusters())
                .join(Edges.of(candidates, first, sure), sure, EVEN, known);
        int[] one = known.numbers();
        PairScorer scorer = new PairScorer(persons, comparison, model, one, definition);
        Edges edges = Edges.of(candidates, scorer, WORTH_KEEPING);
        Clustering clustering = new Clustering(persons, scorer, definition.clusters());
        Clusters joined = new Clusters(persons.size());
        clustering.join(edges, sure, EVEN, joined);
        Clusters reviewed = joined.copy();
        clustering.join(edges, Posterior.logOdds(definition.thresholds().review()), UNLIKELY, reviewed);
        long compared = candidates.stream().mapToLong(Pairs::size).sum();
        ResolvedTable resolved = ResolvedTable.of(persons, model, compared, joined, reviewed);
        return new MatchedTable(persons, comparison, scorer, edges, one, definition, resolved);
    }
}
