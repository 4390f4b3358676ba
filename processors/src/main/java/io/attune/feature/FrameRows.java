package io.attune.feature;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a person in a training frame: the vector as of each moment, with nothing in it that was not known then, and
 * the label from what happened after.
 */
final class FrameRows {

    private final ModelDefinition model;
    private final VectorComputation computation;
    private final List<Instant> moments;

    FrameRows(ModelDefinition model, VectorComputation computation, Instant end) {
        this.model = model;
        this.computation = computation;
        moments = moments(model, end);
    }

    /**
     * The moment to be judged at is the last whose label is known at the end; those to learn from lie at least a label's
     * window before it, so that nothing learned from reaches past the judgement.
     */
    static List<Instant> moments(ModelDefinition model, Instant end) {
        Duration horizon = Duration.ofDays(model.label().horizonDays());
        Instant judged = end.minus(horizon);
        List<Instant> moments = new ArrayList<>();
        moments.add(judged);
        for (int step = 0; step < model.moments(); step++) {
            moments.add(judged.minus(horizon).minus(Duration.ofDays((long) step * model.everyDays())));
        }
        return List.copyOf(moments);
    }

    List<FrameRow> of(String person, List<HistoricActivity> history) {
        return moments.stream()
                .map(moment -> row(person, history, moment))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<FrameRow> row(String person, List<HistoricActivity> history, Instant moment) {
        List<Activity> known = history.stream()
                .filter(event -> event.knownBefore(moment, model.historyKnownWhenOccurred()))
                .map(HistoricActivity::activity)
                .toList();
        if (!model.population().contains(known, moment)) {
            return Optional.empty();
        }
        FeatureVector vector = computation.fromActivities(known, moment);
        return Optional.of(new FrameRow(person, moment, model.label().of(history, moment), vector));
    }
}
