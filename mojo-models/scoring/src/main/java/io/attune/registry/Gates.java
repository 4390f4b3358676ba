package io.attune.registry;

import io.attune.scoring.FeatureStatistics;
import io.attune.scoring.ModelCard;
import io.attune.scoring.ModelException;
import io.attune.scoring.ModelVersion;
import io.attune.scoring.Score;
import io.attune.scoring.Scorer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/** What a version must show before it may score. */
public final class Gates {
    private static final double MOST_CALIBRATION_ERROR = 0.05;
    private static final long MOST_NANOSECONDS = 1_000_000;
    private static final int TIMED = 300;

    private final LongSupplier nanoseconds;

    /** @param nanoseconds a clock that only goes forward */
    public Gates(LongSupplier nanoseconds) {
        this.nanoseconds = nanoseconds;
    }

    /**
     * Judges a version.
     *
     * @param champion the card of the version that scores now
     */
    public List<Gate> judge(Path version, Optional<ModelCard> champion) {
        Scorer scorer;
        try {
            scorer = ModelVersion.load(version);
        } catch (ModelException broken) {
            return List.of(new Gate("loads", false, broken.getMessage()));
        }
        List<Gate> gates = new ArrayList<>();
        gates.add(loads(scorer));
        gates.add(metric(scorer.card(), champion));
        gates.add(calibration(scorer.card()));
        gates.add(latency(scorer));
        return gates;
    }

    /** A typical row of categories alone may be declined; a number that it gets must be one. */
    private static Gate loads(Scorer scorer) {
        boolean sound = !(scorer.score(typical(scorer)) instanceof Score.Value value) || Double.isFinite(value.value());
        String finding =
                sound ? "its bytes are those of its card, and it scores" : "a typical row gets no number for a score";
        return new Gate("loads", sound, finding);
    }

    private static Gate metric(ModelCard card, Optional<ModelCard> champion) {
        OptionalDouble own = new JudgedRows(card).auc();
        if (own.isEmpty()) {
            return new Gate("metric", false, "its card states no AUC");
        }
        if (champion.isEmpty()) {
            return new Gate(
                    "metric", true, "AUC " + figure(own.getAsDouble()) + "; there is no champion to compare with");
        }
        OptionalDouble other = comparable(card, champion.get());
        if (other.isEmpty()) {
            return new Gate(
                    "metric",
                    false,
                    "AUC " + figure(own.getAsDouble()) + ", but the champion "
                            + champion.get().version()
                            + " was judged on other rows; train from the frame of the champion, or with it"
                            + " in place, so that both are judged on the same");
        }
        return new Gate(
                "metric",
                own.getAsDouble() >= other.getAsDouble(),
                "AUC " + figure(own.getAsDouble()) + ", the champion "
                        + champion.get().version() + " on the same rows " + figure(other.getAsDouble()));
    }

    private static OptionalDouble comparable(ModelCard card, ModelCard champion) {
        JudgedRows own = new JudgedRows(card);
        JudgedRows other = new JudgedRows(champion);
        OptionalDouble measured = own.aucOfChampion(champion.version());
        boolean sameRows = own.rows().isPresent() && own.rows().equals(other.rows());
        return measured.isPresent() || !sameRows ? measured : other.auc();
    }

    private static Gate calibration(ModelCard card) {
        OptionalDouble error = new JudgedRows(card).calibrationError();
        if (error.isEmpty()) {
            return new Gate("calibration", false, "its card does not state how far its probabilities come true");
        }
        return new Gate(
                "calibration",
                error.getAsDouble() <= MOST_CALIBRATION_ERROR,
                "what is said is off by " + figure(error.getAsDouble()) + " on average; at most "
                        + MOST_CALIBRATION_ERROR);
    }

    private Gate latency(Scorer scorer) {
        Map<String, Object> row = typical(scorer);
        long[] times = new long[TIMED];
        for (int run = 0; run < TIMED; run++) {
            long started = nanoseconds.getAsLong();
            scorer.score(row);
            times[run] = nanoseconds.getAsLong() - started;
        }
        java.util.Arrays.sort(times);
        long median = times[TIMED / 2];
        return new Gate(
                "latency",
                median <= MOST_NANOSECONDS,
                String.format(Locale.ROOT, "%.1f µs a score; at most %d", median / 1e3, MOST_NANOSECONDS / 1000));
    }

    /** Every number at its mean. */
    private static Map<String, Object> typical(Scorer scorer) {
        Map<String, Object> row = new HashMap<>();
        for (FeatureStatistics feature : scorer.card().features()) {
            row.put(feature.name(), feature.mean());
        }
        return row;
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
