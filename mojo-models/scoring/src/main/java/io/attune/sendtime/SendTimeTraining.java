package io.attune.sendtime;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Learns everybody's rates and how strongly they bind. Three looks at the history, a horizon apart: half-life and strength
 * are chosen on the last horizon but one, judged on the last, and what is served learns from everything.
 */
public final class SendTimeTraining {
    private static final double[] HALF_LIVES = {60, 180, 540};
    private static final double[] STRENGTHS = {1, 2, 4, 8, 16, 32, 64, 1000};

    private final List<Reader> readers;
    private final Duration horizon;
    private final int windowHours;
    private final Consumer<String> progress;

    /** @param windowHours within how many hours after its sending a message should be opened */
    public SendTimeTraining(List<Reader> readers, Duration horizon, int windowHours, Consumer<String> progress) {
        this.readers = List.copyOf(readers);
        this.horizon = horizon;
        this.windowHours = windowHours;
        this.progress = progress;
    }

    /** What was tried, and the log-loss that it reached. */
    public record Trial(double halfLifeDays, double strength, double logLoss) {}

    /** What a training made. */
    public record Trained(SendTimeModel model, SendTimeJudgement judgement, List<Trial> trials) {
        public Trained {
            trials = List.copyOf(trials);
        }
    }

    /**
     * Learns from all that is known at a moment.
     *
     * @throws IllegalArgumentException when nobody opened anything to choose or to judge by
     */
    public Trained learn(Instant end) {
        Instant judged = end.minus(horizon);
        Instant chosen = judged.minus(horizon);
        progress.accept("choosing half-life and strength as of " + chosen);
        List<Trial> trials = trials(chosen, judged);
        Trial best = trials.stream()
                .min(Comparator.comparingDouble(Trial::logLoss))
                .orElseThrow(() -> nothing(chosen, judged));
        progress.accept("judging as of " + judged);
        SendTimeJudgement judgement = new Judge(model(judged, best.halfLifeDays(), best.strength()), judged, end)
                .judge(readers)
                .orElseThrow(() -> nothing(judged, end));
        return new Trained(model(end, best.halfLifeDays(), best.strength()), judgement, trials);
    }

    private List<Trial> trials(Instant asOf, Instant until) {
        List<Trial> trials = new ArrayList<>();
        for (double halfLife : HALF_LIVES) {
            SendTimeModel base = model(asOf, halfLife, 1);
            for (double strength : STRENGTHS) {
                SendTimeModel model = new SendTimeModel(halfLife, windowHours, strength, base.rates());
                Optional<SendTimeJudgement> judgement = new Judge(model, asOf, until).judge(readers);
                judgement.ifPresent(found -> trials.add(new Trial(halfLife, strength, found.logLoss())));
            }
        }
        return trials;
    }

    private SendTimeModel model(Instant asOf, double halfLife, double strength) {
        Tally everybody = new Tally();
        readers.forEach(reader -> everybody.add(Tally.of(reader, asOf, halfLife)));
        return new SendTimeModel(halfLife, windowHours, strength, Rates.of(everybody));
    }

    private static IllegalArgumentException nothing(Instant from, Instant until) {
        return new IllegalArgumentException("Nobody who had mail before " + from + " opened any from then until "
                + until + ": load a longer history of delivered and opened messages, or define a shorter horizon");
    }
}
