package io.attune.registry;

import io.attune.scoring.FeatureStatistics;
import io.attune.scoring.ModelCard;
import io.attune.scoring.ModelException;
import io.attune.scoring.Score;
import io.attune.scoring.Scorer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** What a version must show before it may score. */
public final class Gates {
    private static final long MOST_MICROSECONDS = 1_000;
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
        ModelCard card;
        Optional<Scorer> scorer;
        try {
            card = ModelCard.read(version.resolve("card.json"));
            scorer = StoredVersion.load(version);
        } catch (ModelException broken) {
            return List.of(new Gate("loads", false, broken.getMessage()));
        }
        List<Gate> gates = new ArrayList<>();
        gates.add(scorer.map(Gates::loads).orElseGet(() -> new Gate("loads", true, "its bytes are those of its card")));
        gates.addAll(new CardGates(card, champion).all());
        scorer.ifPresent(loaded -> gates.add(latency(loaded)));
        return gates;
    }

    /** A typical row of categories alone may be declined; a number that it gets must be one. */
    private static Gate loads(Scorer scorer) {
        boolean sound = !(scorer.score(typical(scorer)) instanceof Score.Value value) || Double.isFinite(value.value());
        String finding =
                sound ? "its bytes are those of its card, and it scores" : "a typical row gets no number for a score";
        return new Gate("loads", sound, finding);
    }

    private Gate latency(Scorer scorer) {
        Map<String, Object> row = typical(scorer);
        long[] times = new long[TIMED];
        for (int run = 0; run < TIMED; run++) {
            long started = nanoseconds.getAsLong();
            scorer.score(row);
            times[run] = nanoseconds.getAsLong() - started;
        }
        Arrays.sort(times);
        double median = times[TIMED / 2] / 1e3;
        double most = CardGates.bar(scorer.card(), "microseconds", MOST_MICROSECONDS);
        return new Gate(
                "latency", median <= most, String.format(Locale.ROOT, "%.1f µs a score; at most %.0f", median, most));
    }

    /** Every number at its mean. */
    private static Map<String, Object> typical(Scorer scorer) {
        Map<String, Object> row = new HashMap<>();
        for (FeatureStatistics feature : scorer.card().features()) {
            row.put(feature.name(), feature.mean());
        }
        return row;
    }
}
