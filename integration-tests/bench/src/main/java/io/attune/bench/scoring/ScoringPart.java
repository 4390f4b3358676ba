package io.attune.bench.scoring;

import hex.genmodel.MojoModel;
import hex.genmodel.easy.EasyPredictModelWrapper;
import hex.genmodel.easy.RowData;
import hex.genmodel.easy.exception.PredictException;
import io.attune.bench.Comparison;
import io.attune.bench.Part;
import io.attune.bench.Workbench;
import io.attune.scoring.ModelRegistry;
import io.attune.scoring.Score;
import io.attune.scoring.Scorer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Scores a second by one thread, of the churn model that ships: the hub's scorer, which takes a map of features and checks
 * that enough of them are there; {@code score0} on rows that are encoded already, into an array that is used again; and
 * EasyPredict on its own maps. All three must add up to the same, or nothing is printed.
 */
public final class ScoringPart implements Part {
    private static final String MODEL = "churn";
    private static final int ROWS = 4_096;
    private static final long SEED = 7;

    @Override
    public List<Comparison> measure(Workbench workbench) {
        Path registry = workbench.root().resolve("mojo-models/registry");
        Scorer scorer = ModelRegistry.open(registry)
                .champion(MODEL)
                .orElseThrow(() -> new IllegalStateException("no champion of " + MODEL + " in " + registry));
        MojoModel model =
                model(registry.resolve(MODEL).resolve(scorer.card().version()).resolve("model.zip"));
        List<Map<String, Double>> vectors = FeatureMaps.of(scorer, ROWS, SEED);
        List<Turns<?>> contestants = List.of(
                new Turns<>(vectors, vector -> attune(scorer, vector)),
                new Turns<>(rows(vectors, scorer.inputs()), score0(model)),
                new Turns<>(vectors.stream().map(ScoringPart::rowData).toList(), easyPredict(model)));
        requireSameAnswers(contestants);
        for (int turn = 0; turn < workbench.turns(); turn++) {
            for (Turns<?> contestant : contestants) {
                contestant.take(workbench.counts(turn));
            }
            workbench.progress().show("scoring", turn + 1L, workbench.turns());
        }
        List<Double> attune = contestants.get(0).perSecond();
        return List.of(
                new Comparison(
                        "churn scores, 1 thread",
                        "scores/s",
                        attune,
                        "`score0`, rows encoded",
                        contestants.get(1).perSecond()),
                new Comparison(
                        "churn scores, 1 thread",
                        "scores/s",
                        attune,
                        "EasyPredict",
                        contestants.get(2).perSecond()));
    }

    private static MojoModel model(Path file) {
        try {
            return MojoModel.load(file.toString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static double attune(Scorer scorer, Map<String, Double> vector) {
        if (scorer.score(vector) instanceof Score.Value value) {
            return value.value();
        }
        throw new IllegalStateException("the model declined " + vector);
    }

    private static ToDoubleFunction<double[]> score0(MojoModel model) {
        double[] answer = new double[model.getPredsSize()];
        return row -> model.score0(row, answer)[2];
    }

    private static ToDoubleFunction<RowData> easyPredict(MojoModel model) {
        EasyPredictModelWrapper wrapper = new EasyPredictModelWrapper(
                new EasyPredictModelWrapper.Config().setModel(model).setConvertUnknownCategoricalLevelsToNa(true));
        return row -> {
            try {
                return wrapper.predictBinomial(row).classProbabilities[1];
            } catch (PredictException failed) {
                throw new IllegalStateException(failed);
            }
        };
    }

    private static List<double[]> rows(List<Map<String, Double>> vectors, List<String> inputs) {
        return vectors.stream()
                .map(vector -> inputs.stream()
                        .mapToDouble(input -> vector.getOrDefault(input, Double.NaN))
                        .toArray())
                .toList();
    }

    private static RowData rowData(Map<String, Double> vector) {
        RowData row = new RowData();
        row.putAll(vector);
        return row;
    }

    private static void requireSameAnswers(List<Turns<?>> contestants) {
        List<Double> sums = new ArrayList<>();
        contestants.forEach(contestant -> sums.add(contestant.sum()));
        if (sums.stream().distinct().count() != 1) {
            throw new IllegalStateException("the contestants do not compute the same: the scores add up to " + sums);
        }
    }
}
