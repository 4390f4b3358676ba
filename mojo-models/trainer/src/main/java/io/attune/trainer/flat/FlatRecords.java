package io.attune.trainer.flat;

import io.attune.card.Bar;
import io.attune.evaluation.Bins;
import io.attune.evaluation.Judgement;
import io.attune.frame.Feature;
import io.attune.trainer.VersionFiles;
import io.attune.trainer.learning.CrossValidation;
import io.attune.trainer.learning.FeatureProfile;
import io.attune.trainer.learning.Selection;
import io.attune.trainer.learning.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import water.H2O;

/** What a training leaves to read: the report and the card. */
final class FlatRecords {
    private final FlatTask task;
    private final FlatTable source;
    private final Selection selection;
    private final CrossValidation validation;
    private final List<Bar> importances;

    FlatRecords(
            FlatTask task, FlatTable source, Selection selection, CrossValidation validation, List<Bar> importances) {
        this.importances = importances;
        this.task = task;
        this.source = source;
        this.selection = selection;
        this.validation = validation;
    }

    FlatReport report(double seconds) {
        Table table = source.table();
        List<Double> areas = selection.calibrated().aucPerFold(table, validation.repeats());
        double mean = areas.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double squares = areas.stream()
                .mapToDouble(area -> (area - mean) * (area - mean))
                .sum();
        Judgement judgement = selection.calibrated().judge(table);
        return new FlatReport(
                "trained",
                task.model(),
                task.output().getFileName().toString(),
                task.output().toString(),
                source.label(),
                table.rows(),
                source.rowsWithoutLabel(),
                table.positives(),
                mean,
                Math.sqrt(squares / Math.max(1, areas.size() - 1)),
                areas,
                judgement.logLoss(),
                judgement.prAuc(),
                judgement.brier(),
                judgement.calibration(),
                selection.chosen().name(),
                selection.candidates(),
                importances.stream()
                        .map(bar -> new FlatReport.Importance(bar.name(), bar.length()))
                        .toList(),
                source.recipe().features().stream()
                        .map(feature -> new FlatReport.ReportedFeature(
                                feature.name(),
                                feature.source(),
                                feature.kind(),
                                feature.levels().size()))
                        .toList(),
                source.recipe().dropped(),
                source.notes(),
                task.repeats(table.rows()),
                FlatTask.FOLDS,
                task.seed(),
                task.threads(),
                seconds);
    }

    FlatCard card(FlatReport report, String digest, Instant now) {
        List<FeatureProfile> profiles = new ArrayList<>();
        List<Feature> features = source.recipe().features();
        for (int index = 0; index < features.size(); index++) {
            profiles.add(FeatureProfile.of(
                    features.get(index), source.table().frame().values().get(index)));
        }
        return new FlatCard(
                1,
                task.model(),
                report.version(),
                report.algorithm(),
                "The probability that " + source.label().column() + " is "
                        + source.label().positive(),
                source.label(),
                digest,
                List.of(),
                Math.max(1, features.size() / 4),
                profiles,
                Bins.ofEqualCounts(selection.calibrated().scores().get(0)),
                source.recipe(),
                new FlatCard.Data(
                        task.frame().getFileName().toString(),
                        source.frame().encoding(),
                        String.valueOf(source.frame().separator()),
                        report.rows(),
                        report.positives(),
                        VersionFiles.digest(task.frame())),
                report,
                selection.chosen().parameters(),
                task.seed(),
                task.threads(),
                Map.of(
                        "attune",
                        Optional.ofNullable(FlatRecords.class.getPackage().getImplementationVersion())
                                .orElse("unpackaged"),
                        "h2o",
                        H2O.ABV.projectVersion(),
                        "java",
                        System.getProperty("java.version")),
                System.getProperty("user.name"),
                now);
    }
}
