package io.attune.card;

import io.attune.evaluation.CalibrationBin;
import io.attune.evaluation.Curves;
import io.attune.evaluation.Decision;
import io.attune.evaluation.Judgement;
import io.attune.evaluation.Point;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The plots that say how good probabilities were. */
final class JudgementPlots {
    private static final int BINS = 20;

    private final double[] scores;
    private final boolean[] labels;
    private final Judgement judgement;
    private final Curves curves;
    private final double base;

    JudgementPlots(double[] scores, boolean[] labels) {
        this.scores = scores;
        this.labels = labels;
        judgement = Judgement.of(scores, labels);
        curves = Curves.of(scores, labels);
        base = (double) judgement.positives() / judgement.rows();
    }

    String all() {
        return "<div class=plots>" + roc() + precisionRecall() + gain() + lift() + calibration() + distribution()
                + "</div>";
    }

    String confusion(double threshold) {
        Decision decision = Decision.from(threshold, scores, labels);
        return "<table class=confusion><thead><tr><th></th><th>acted on</th><th>left alone</th></tr></thead><tbody>"
                + "<tr><th>came true</th>" + cell(decision.truePositives(), true)
                + cell(decision.falseNegatives(), false)
                + "</tr><tr><th>did not</th>" + cell(decision.falsePositives(), false)
                + cell(decision.trueNegatives(), true) + "</tr></tbody></table><p>"
                + String.format(
                        Locale.ROOT,
                        "Acting on every row from a probability of <b>%.3f</b> on: precision <b>%.3f</b>, recall <b>%.3f</b>,"
                                + " F1 <b>%.3f</b>. It was the threshold with the best F1 by the folds; where a mistake of one kind"
                                + " costs more than of the other, choose another.",
                        decision.threshold(),
                        decision.precision(),
                        decision.recall(),
                        decision.f1())
                + "</p>";
    }

    Judgement judgement() {
        return judgement;
    }

    private String cell(long rows, boolean right) {
        return "<td class=" + (right ? "right" : "wrong") + "><b>" + Html.number((double) rows) + "</b><br>"
                + Html.percent((double) rows / judgement.rows()) + "</td>";
    }

    private String roc() {
        return new Plot("ROC", "false positive rate", "true positive rate", 1, 1)
                .grid()
                .segment(0, 0, 1, 1, "chance")
                .area(curves.roc())
                .line(curves.roc())
                .remark(String.format(Locale.ROOT, "AUC %.4f", judgement.auc()))
                .svg("ROC curve");
    }

    private String precisionRecall() {
        return new Plot("Precision and recall", "recall", "precision", 1, 1)
                .grid()
                .segment(0, base, 1, base, "chance")
                .line(curves.precisionRecall())
                .remark(String.format(Locale.ROOT, "average %.4f", judgement.prAuc()))
                .svg("Precision over recall");
    }

    private String gain() {
        return new Plot("Gain", "share of the rows, best first", "share of the positives", 1, 1)
                .grid()
                .segment(0, 0, 1, 1, "chance")
                .area(curves.gain())
                .line(curves.gain())
                .svg("Cumulative gain");
    }

    private String lift() {
        List<Double> lift = curves.lift();
        double most =
                Math.ceil(lift.stream().mapToDouble(Double::doubleValue).max().orElse(1));
        Plot plot = new Plot(
                        "Lift", "tenth of the rows, best first", "times the average", lift.size(), Math.max(1, most))
                .horizontal();
        for (int tenth = 0; tenth < lift.size(); tenth++) {
            plot.bar(tenth + 0.15, 0.7, lift.get(tenth), "bar").tickAt(tenth + 0.5, String.valueOf(tenth + 1));
        }
        return plot.segment(0, 1, lift.size(), 1, "chance")
                .remark(String.format(Locale.ROOT, "first tenth %.2f", lift.get(0)))
                .svg("Lift of each tenth");
    }

    private String calibration() {
        List<CalibrationBin> bins = judgement.calibration().bins();
        double most = bins.stream()
                .mapToDouble(bin -> Math.max(bin.meanScore(), bin.observed()))
                .max()
                .orElse(1);
        double end = Math.min(1, Math.ceil(most * 10) / 10);
        List<Point> points = bins.stream()
                .map(bin -> new Point(bin.meanScore(), bin.observed()))
                .toList();
        return new Plot("Calibration", "what was said", "what came", end, end)
                .grid()
                .segment(0, 0, end, end, "chance")
                .line(points)
                .dots(points)
                .remark(String.format(
                        Locale.ROOT, "error %.4f", judgement.calibration().error()))
                .svg("Calibration");
    }

    private String distribution() {
        double[] positives = histogram(true);
        double[] negatives = histogram(false);
        double most = IntStream.range(0, BINS)
                .mapToDouble(bin -> Math.max(positives[bin], negatives[bin]))
                .max()
                .orElse(1);
        Plot plot = new Plot("Scores", "probability", "share of its kind", 1, Math.ceil(most * 20) / 20).grid();
        for (int bin = 0; bin < BINS; bin++) {
            plot.bar((double) bin / BINS, 1.0 / BINS, negatives[bin], "negative");
            plot.bar((double) bin / BINS, 1.0 / BINS, positives[bin], "positive");
        }
        return plot.remark("dark: came true").svg("Distribution of scores");
    }

    private double[] histogram(boolean label) {
        double[] shares = new double[BINS];
        long rows = label ? judgement.positives() : judgement.rows() - judgement.positives();
        for (int row = 0; row < scores.length; row++) {
            if (labels[row] == label) {
                shares[Math.min(BINS - 1, (int) (scores[row] * BINS))] += 1.0 / rows;
            }
        }
        return shares;
    }
}
