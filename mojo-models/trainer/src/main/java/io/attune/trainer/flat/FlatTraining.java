package io.attune.trainer.flat;

import hex.Model;
import hex.ensemble.StackedEnsembleModel;
import io.attune.card.Bar;
import io.attune.trainer.H2oProcess;
import io.attune.trainer.TrainingException;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import water.Key;

/** A training from a flat frame, from the file to the version's folder. */
final class FlatTraining {
    private static final int ROWS_COMPARED = 2_000;

    private final FlatTask task;
    private final Progress progress;
    private final Clock clock;

    FlatTraining(FlatTask task, Progress progress, Clock clock) {
        this.task = task;
        this.progress = progress;
        this.clock = clock;
    }

    FlatReport run() {
        FlatTable source = FlatTable.read(task);
        source.describe(progress);
        requireNoLeak(source.table());
        H2oProcess.start(task.threads());
        try (Fits fits = new Fits(task.threads())) {
            return train(source, fits);
        }
    }

    private FlatReport train(FlatTable source, Fits fits) {
        Table table = source.table();
        List<Learner> learners = new Search(table, fits, task.seed()).learners();
        progress.say("candidates: " + learners);
        CrossValidation validation =
                new CrossValidation(table, fits, task.repeats(), FlatTask.FOLDS, task.seed(), progress);
        Selection selection = Selection.of(learners, validation, table);
        selection
                .candidates()
                .forEach(candidate ->
                        progress.say(String.format(Locale.ROOT, "AUC %.4f  %s", candidate.auc(), candidate.name())));
        byte[] mojo = fit(selection, table, fits);
        List<Bar> importances = PermutationImportance.of(Served.of(mojo, table), table, task.seed());
        FlatRecords records = new FlatRecords(task, source, selection, validation, importances);
        FlatReport report = records.report(progress.seconds());
        FlatCard card = records.card(report, FlatFiles.digest(mojo), clock.instant());
        String page = new FlatPage(card, report, importances, selection.calibrated(), table).html();
        FlatFiles.writeVersion(task.output(), mojo, page, card);
        progress.say(String.format(
                Locale.ROOT,
                "chosen: %s, AUC %.4f (mean of %d folds, standard deviation %.4f)",
                selection.chosen().name(),
                report.auc(),
                report.aucPerFold().size(),
                report.aucStandardDeviation()));
        return report;
    }

    private byte[] fit(Selection selection, Table table, Fits fits) {
        int[] all = table.allRows();
        try (LearningFrame frame = LearningFrame.of(table, all)) {
            List<Callable<Model<?, ?, ?>>> tasks = new ArrayList<>();
            for (Learner learner : selection.learners()) {
                tasks.add(() -> learner.fit(frame.frame(), table.response(), task.seed(), Key.make(learner.name())));
            }
            StackedEnsembleModel stack =
                    Stack.build(frame.frame(), fits.all(tasks), selection.outOfFold(), table, task.seed());
            ByteArrayOutputStream mojo = new ByteArrayOutputStream();
            stack.getMojo().writeTo(mojo);
            int step = Math.max(1, table.rows() / ROWS_COMPARED);
            int[] compared = IntStream.range(0, table.rows())
                    .filter(row -> row % step == 0)
                    .toArray();
            Served.of(mojo.toByteArray(), table).requireEqual(stack, frame, compared);
            return mojo.toByteArray();
        }
    }

    private void requireNoLeak(Table table) {
        List<Leakage.Leak> leaks = Leakage.find(table);
        if (leaks.isEmpty()) {
            return;
        }
        String found = leaks.stream()
                .sorted(Comparator.comparingDouble(Leakage.Leak::auc).reversed())
                .map(leak -> String.format(Locale.ROOT, "%s (AUC %.4f)", leak.column(), leak.auc()))
                .collect(Collectors.joining(", "));
        String names = leaks.stream().map(Leakage.Leak::column).collect(Collectors.joining(","));
        throw new TrainingException("the label is told by a single column: " + found
                + ". It was probably written down after the outcome, so a model would know nothing where it is needed."
                + " Nothing was trained; leave it out with --ignore " + names);
    }
}
