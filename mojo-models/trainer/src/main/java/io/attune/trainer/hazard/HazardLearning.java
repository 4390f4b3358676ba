package io.attune.trainer.hazard;

import hex.genmodel.utils.DistributionFamily;
import hex.tree.gbm.GBM;
import hex.tree.gbm.GBMModel;
import io.attune.card.Bar;
import io.attune.scoring.SurvivalCurve;
import io.attune.trainer.Mojo;
import io.attune.trainer.TrainingException;
import io.attune.trainer.vector.Row;
import io.attune.trainer.vector.TrainingFrame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Boosted trees on persons and intervals (Singer &amp; Willett 1993; Friedman 2001, as H2O builds them). H2O must run. */
record HazardLearning(HazardDefinition definition, long seed) {

    HazardFit learn(TrainingFrame frame, List<Row> training, List<Row> holdout) {
        double[] ends = definition.ends();
        GBMModel model;
        try (PersonPeriods seen = PersonPeriods.seen(frame, definition.features(), training, ends)) {
            requireEnough(seen.rows());
            model = train(seen);
        }
        try (PersonPeriods all = PersonPeriods.all(frame, definition.features(), holdout, ends.length)) {
            double[] hazards = all.score(model);
            List<SurvivalCurve> curves = new ArrayList<>();
            for (int person = 0; person < holdout.size(); person++) {
                curves.add(SurvivalCurve.of(
                        ends, Arrays.copyOfRange(hazards, person * ends.length, (person + 1) * ends.length)));
            }
            return new HazardFit(
                    Mojo.of(model),
                    curves,
                    holdout.stream()
                            .map(row -> Observed.of(row, ends[ends.length - 1]))
                            .toList(),
                    naive(frame, training, holdout),
                    importances(model));
        } finally {
            model.delete();
        }
    }

    /** A tree parts rows into two leaves at the least. */
    private void requireEnough(long rows) {
        double least = 2 * definition.parameters().minimumRows();
        if (rows < least) {
            throw new TrainingException(
                    "There are " + rows + " intervals of waiting to learn from, and at least " + (long) least
                            + " are needed (twice parameters.minimumRows). Learn from more people or a longer history");
        }
    }

    private GBMModel train(PersonPeriods seen) {
        GBMModel.GBMParameters parameters = new GBMModel.GBMParameters();
        parameters._train = seen.frame()._key;
        parameters._response_column = PersonPeriods.HAPPENED;
        parameters._distribution = DistributionFamily.bernoulli;
        parameters._ntrees = definition.parameters().trees();
        parameters._max_depth = definition.parameters().depth();
        parameters._learn_rate = definition.parameters().learnRate();
        parameters._min_rows = definition.parameters().minimumRows();
        parameters._sample_rate = 0.7;
        parameters._col_sample_rate = 0.7;
        parameters._seed = seed;
        // As many pieces as there are cores would let the model depend on the machine.
        parameters._auto_rebalance = false;
        parameters._score_tree_interval = definition.parameters().trees();
        return new GBM(parameters).trainModel().get();
    }

    /** One's own mean interval; for who has none, the mean of all who have. */
    private double[] naive(TrainingFrame frame, List<Row> training, List<Row> holdout) {
        String baseline = definition.holdout().baseline();
        double mean = Arrays.stream(frame.column(baseline, training))
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(0);
        return Arrays.stream(frame.column(baseline, holdout))
                .map(value -> Double.isNaN(value) ? mean : value)
                .toArray();
    }

    private static List<Bar> importances(GBMModel model) {
        float[] shares = model._output._varimp.scaled_values();
        double total = 0;
        for (float share : shares) {
            total += share;
        }
        List<Bar> importances = new ArrayList<>();
        for (int index = 0; index < shares.length; index++) {
            importances.add(new Bar(model._output._varimp._names[index], shares[index] / Math.max(total, 1e-12)));
        }
        importances.sort(Comparator.comparingDouble(Bar::length).reversed());
        return importances;
    }
}
