package io.attune.trainer.vector;

import io.attune.evaluation.Decision;
import io.attune.trainer.learning.BoostedTrees;
import io.attune.trainer.learning.CrossValidation;
import io.attune.trainer.learning.ExtremeBoosting;
import io.attune.trainer.learning.FeatureChoice;
import io.attune.trainer.learning.Fits;
import io.attune.trainer.learning.Leakage;
import io.attune.trainer.learning.Learner;
import io.attune.trainer.learning.PermutationImportance;
import io.attune.trainer.learning.Progress;
import io.attune.trainer.learning.Selection;
import io.attune.trainer.learning.Served;
import io.attune.trainer.learning.ServedModel;
import io.attune.trainer.learning.Table;
import io.attune.trainer.learning.Tuning;
import io.attune.trainer.learning.Tuning.Tried;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Learns a yes or no from the training rows alone: tunes each algorithm, judges all by folds, and fits the best again. */
final class VectorLearning {
    private final VectorDefinition definition;
    private final long seed;
    private final Fits fits;
    private final Progress progress;

    VectorLearning(VectorDefinition definition, long seed, Fits fits, Progress progress) {
        this.definition = definition;
        this.seed = seed;
        this.fits = fits;
        this.progress = progress;
    }

    Learned learn(TrainingFrame frame, List<Row> rows) {
        Table whole = VectorTable.of(frame, definition.features(), rows);
        Leakage.requireNone(whole, "leave it out of the definition's features");
        List<String> features = definition
                .chosenSelection()
                .map(selection -> chosen(whole, selection))
                .orElse(definition.features());
        Table table = whole.only(Set.copyOf(features));
        List<Learner> learners = tuned(table);
        CrossValidation validation = new CrossValidation(table, fits, 1, definition.folds(), seed, progress);
        Selection selection =
                Selection.of(learners, validation, table, definition.ensemble().gain());
        selection
                .candidates()
                .forEach(candidate ->
                        progress.say(String.format(Locale.ROOT, "AUC %.4f  %s", candidate.auc(), candidate.name())));
        ServedModel served = ServedModel.fit(selection, table, fits, seed);
        double[] outOfFold = selection.calibrated().scores().get(0);
        return new Learned(
                served.mojo(),
                selection.chosen().name(),
                selection.chosen().parameters(),
                features,
                selection.candidates(),
                selection.calibrated().judge(table),
                Decision.ofBestF1(outOfFold, table.labels()).threshold(),
                served.calibration(),
                PermutationImportance.of(Served.of(served.mojo(), table), table, seed));
    }

    private List<Algorithm> usable() {
        Set<Algorithm> extreme = Set.of(Algorithm.XGBOOST, Algorithm.LIGHTGBM);
        List<Algorithm> asked = definition.algorithms();
        if (ExtremeBoosting.available() || asked.stream().noneMatch(extreme::contains)) {
            return asked;
        }
        progress.say("XGBoost has no native library for this machine: xgboost and lightgbm are left out");
        List<Algorithm> others =
                asked.stream().filter(algorithm -> !extreme.contains(algorithm)).toList();
        return others.isEmpty() ? List.of(Algorithm.GBM) : others;
    }

    /** In the definition's order; required ones stay. */
    private List<String> chosen(Table whole, VectorDefinition.FeatureSelection selection) {
        Set<String> kept = new HashSet<>(definition.requiredFeatures());
        kept.addAll(new FeatureChoice(whole, seed).of(selection.method(), selection.keep()));
        List<String> features =
                definition.features().stream().filter(kept::contains).toList();
        progress.say("features chosen by " + selection.method() + ": " + features);
        return features;
    }

    /** The best of each algorithm, and a second size of boosted trees, since they err differently. */
    private List<Learner> tuned(Table table) {
        Tuning tuning = new Tuning(table, fits, seed);
        Candidates candidates = Candidates.of(definition, table, seed);
        List<Learner> kept = new ArrayList<>();
        for (Algorithm algorithm : usable()) {
            List<Tried> tried = candidates.of(algorithm).stream()
                    .map(learner -> learner instanceof BoostedTrees trees ? tuning.grown(trees) : tuning.tried(learner))
                    .sorted(Tried.byLogLoss())
                    .toList();
            Learner best = tried.get(0).learner();
            progress.say(String.format(
                    Locale.ROOT,
                    "%s: the best of %d is %s",
                    algorithm.name().toLowerCase(Locale.ROOT),
                    tried.size(),
                    best));
            kept.add(best);
            if (algorithm == Algorithm.GBM) {
                tried.stream()
                        .map(Tried::learner)
                        .filter(other -> !other.name().equals(best.name()))
                        .findFirst()
                        .ifPresent(kept::add);
            }
        }
        return kept;
    }
}
