package io.attune.trainer.flat;

import io.attune.card.Bar;
import io.attune.frame.Feature;
import io.attune.trainer.H2oProcess;
import io.attune.trainer.VersionFiles;
import io.attune.trainer.learning.CrossValidation;
import io.attune.trainer.learning.FeatureChoice;
import io.attune.trainer.learning.Fits;
import io.attune.trainer.learning.Leakage;
import io.attune.trainer.learning.Learner;
import io.attune.trainer.learning.PermutationImportance;
import io.attune.trainer.learning.Progress;
import io.attune.trainer.learning.Search;
import io.attune.trainer.learning.Selection;
import io.attune.trainer.learning.Served;
import io.attune.trainer.learning.ServedStack;
import io.attune.trainer.learning.Table;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A training from a flat frame, from the file to the version's folder. */
final class FlatTraining {
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
        Leakage.requireNone(source.table(), "leave it out with --ignore");
        task.asOf().ifPresent(day -> LateDates.requireNone(source, day));
        H2oProcess.start(task.threads());
        FlatTable chosen = task.choice().map(choice -> chosen(source, choice)).orElse(source);
        try (Fits fits = new Fits(task.threads())) {
            return train(chosen, fits);
        }
    }

    private FlatTable chosen(FlatTable source, FlatTask.ColumnChoice choice) {
        List<String> kept = new FeatureChoice(source.table(), task.seed()).of(choice.method(), choice.keep());
        Set<String> dropped = source.table().frame().features().stream()
                .map(Feature::source)
                .filter(column -> !kept.contains(column))
                .collect(Collectors.toSet());
        progress.say("columns chosen by " + choice.method() + ": " + kept);
        return FlatTable.read(task.without(dropped));
    }

    private FlatReport train(FlatTable source, Fits fits) {
        Table table = source.table();
        List<Learner> learners = new Search(table, fits, task.seed()).learners();
        progress.say("candidates: " + learners);
        CrossValidation validation =
                new CrossValidation(table, fits, task.repeats(table.rows()), FlatTask.FOLDS, task.seed(), progress);
        Selection selection = Selection.of(learners, validation, table);
        selection
                .candidates()
                .forEach(candidate ->
                        progress.say(String.format(Locale.ROOT, "AUC %.4f  %s", candidate.auc(), candidate.name())));
        byte[] mojo = ServedStack.fit(selection, table, fits, task.seed());
        List<Bar> importances = PermutationImportance.of(Served.of(mojo, table), table, task.seed());
        FlatRecords records = new FlatRecords(task, source, selection, validation, importances);
        FlatReport report = records.report(progress.seconds());
        FlatCard card = records.card(report, VersionFiles.digest(mojo), clock.instant());
        String page = new FlatPage(card, report, importances, selection.calibrated(), table).html();
        VersionFiles.writeVersion(task.output(), mojo, page, card);
        progress.say(String.format(
                Locale.ROOT,
                "chosen: %s, AUC %.4f (mean of %d folds, standard deviation %.4f)",
                selection.chosen().name(),
                report.auc(),
                report.aucPerFold().size(),
                report.aucStandardDeviation()));
        return report;
    }
}
