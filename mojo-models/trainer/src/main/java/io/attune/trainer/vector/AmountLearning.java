package io.attune.trainer.vector;

import hex.Model;
import io.attune.card.Bar;
import io.attune.evaluation.AmountJudgement;
import io.attune.frame.EncodedFrame;
import io.attune.trainer.Mojo;
import io.attune.trainer.TrainingException;
import io.attune.trainer.learning.Folds;
import io.attune.trainer.learning.LearningFrame;
import io.attune.trainer.learning.Progress;
import io.attune.trainer.learning.Served;
import io.attune.trainer.learning.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Learns an amount from the training rows alone: judges every candidate by folds, and fits the best again. */
final class AmountLearning {
    private static final int JUDGED_FOLDS = 3;

    private final VectorDefinition definition;
    private final long seed;
    private final Progress progress;

    AmountLearning(VectorDefinition definition, long seed, Progress progress) {
        this.definition = definition;
        this.seed = seed;
        this.progress = progress;
    }

    /**
     * What was learned.
     *
     * @param candidates by their error in the folds
     */
    @SuppressWarnings("ArrayRecordComponent") // made once, never compared
    record LearnedAmounts(
            byte[] mojo, AmountLearner chosen, List<VectorCard.Contestant> candidates, List<Bar> importances) {}

    LearnedAmounts learn(TrainingFrame frame, List<Row> rows) {
        EncodedFrame encoded = VectorTable.encoded(frame, definition.features(), rows);
        double[] amounts = Split.amounts(rows);
        Table table = VectorTable.of(frame, definition.features(), rows);
        Folds folds = Folds.of(table, definition.folds(), seed);
        List<Tried> tried = new ArrayList<>();
        for (AmountLearner candidate : candidates()) {
            tried.add(tried(candidate, encoded, amounts, folds));
            Tried last = tried.get(tried.size() - 1);
            progress.say(String.format(Locale.ROOT, "root mean squared error %.3f  %s", last.error(), last.learner()));
        }
        Tried best =
                tried.stream().min(Comparator.comparingDouble(Tried::error)).orElseThrow();
        byte[] mojo = fit(best.learner(), encoded, amounts, table);
        return new LearnedAmounts(
                mojo,
                best.learner(),
                tried.stream()
                        .sorted(Comparator.comparingDouble(Tried::error))
                        .map(one -> new VectorCard.Contestant(one.learner().name(), one.error()))
                        .toList(),
                importances(Served.of(mojo, table), amounts));
    }

    private record Tried(AmountLearner learner, double error) {}

    private List<AmountLearner> candidates() {
        SearchSpace space = definition.search();
        List<AmountLearner> candidates = new ArrayList<>();
        for (Algorithm algorithm : definition.algorithms()) {
            switch (algorithm) {
                case GBM ->
                    space.depth()
                            .forEach(depth -> space.learnRate()
                                    .forEach(rate -> candidates.add(new AmountLearner.Trees(
                                            space.trees(),
                                            depth,
                                            rate,
                                            space.minimumRows().get(0),
                                            space.sampleRate().get(0),
                                            space.columnSampleRate().get(0)))));
                case GLM ->
                    space.lambda()
                            .forEach(lambda -> candidates.add(
                                    new AmountLearner.Linear(space.alpha().get(0), lambda)));
                default ->
                    throw new TrainingException("an amount is learned by gbm and glm; " + definition.model()
                            + " asks for " + algorithm.name().toLowerCase(Locale.ROOT));
            }
        }
        return candidates;
    }

    private Tried tried(AmountLearner candidate, EncodedFrame encoded, double[] amounts, Folds folds) {
        double squares = 0;
        long rows = 0;
        AmountLearner learned = candidate;
        for (int fold = 0; fold < Math.min(JUDGED_FOLDS, folds.count()); fold++) {
            int[] judged = folds.inside(fold);
            try (LearningFrame training = LearningFrame.of(encoded, VectorTable.LABEL, amounts, folds.outside(fold));
                    LearningFrame judging = LearningFrame.of(encoded, VectorTable.LABEL, amounts, judged)) {
                Model<?, ?, ?> model = candidate.fit(training, Optional.of(judging), seed);
                try {
                    double[] came = IntStream.of(judged)
                            .mapToDouble(row -> amounts[row])
                            .toArray();
                    double error = AmountJudgement.rootMeanSquaredError(judging.score(model), came);
                    squares += error * error * judged.length;
                    rows += judged.length;
                    learned = fold == 0 ? candidate.as(model) : learned;
                } finally {
                    model.delete();
                }
            }
        }
        return new Tried(learned, Math.sqrt(squares / rows));
    }

    private byte[] fit(AmountLearner learner, EncodedFrame encoded, double[] amounts, Table table) {
        try (LearningFrame frame = LearningFrame.of(encoded, VectorTable.LABEL, amounts, table.allRows())) {
            Model<?, ?, ?> model = learner.fit(frame, Optional.empty(), seed);
            byte[] mojo = Mojo.of(model);
            Served.of(mojo, table).requireEqual(model, frame, table.someRows());
            return mojo;
        }
    }

    /** By how much the error grows when a feature's values are dealt to other rows. */
    private List<Bar> importances(Served served, double[] amounts) {
        int[] rows = new Random(seed)
                .ints(0, amounts.length)
                .distinct()
                .limit(Math.min(2_000, amounts.length))
                .toArray();
        double[] came = IntStream.of(rows).mapToDouble(row -> amounts[row]).toArray();
        double whole = AmountJudgement.rootMeanSquaredError(
                IntStream.of(rows).mapToDouble(served::score).toArray(), came);
        return definition.features().stream()
                .map(name -> new Bar(
                        name,
                        AmountJudgement.rootMeanSquaredError(
                                        IntStream.range(0, rows.length)
                                                .mapToDouble(at -> served.score(feature ->
                                                        feature.name().equals(name)
                                                                ? rows[(at + 1) % rows.length]
                                                                : rows[at]))
                                                .toArray(),
                                        came)
                                - whole))
                .sorted(Comparator.comparingDouble(Bar::length).reversed())
                .toList();
    }
}
