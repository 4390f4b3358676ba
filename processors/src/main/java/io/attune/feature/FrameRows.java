package io.attune.feature;

import io.attune.feature.calculation.Population;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rows of a person in a training frame: the vector as of each moment, with nothing in it that was not known then, and
 * the label from what happened after.
 */
final class FrameRows {

    private final ModelDefinition model;
    private final VectorComputation computation;
    private final Map<Instant, Population> populations;
    private final List<Instant> moments;

    FrameRows(ModelDefinition model, VectorComputation computation, Instant end) {
        this(model, computation, end, Map.of());
    }

    /** @param populations what a survey found, by moment */
    FrameRows(ModelDefinition model, VectorComputation computation, Instant end, Map<Instant, Population> populations) {
        this.model = model;
        this.populations = Map.copyOf(populations);
        this.computation = computation;
        moments = moments(model, end);
    }

    /**
     * The moments to be judged at end with the last whose label is known at the end; those to learn from lie at least a
     * label's window before the first of them, so that nothing learned from reaches past the judgement.
     */
    static List<Instant> moments(ModelDefinition model, Instant end) {
        Duration horizon = Duration.ofDays(model.label().horizonDays());
        List<Instant> moments = new ArrayList<>(before(end.minus(horizon), model.judgedMoments(), model));
        Instant firstJudged = moments.get(moments.size() - 1);
        moments.addAll(before(firstJudged.minus(horizon), model.moments(), model));
        return List.copyOf(moments);
    }

    /** So many moments, the last first. */
    private static List<Instant> before(Instant last, int count, ModelDefinition model) {
        return Stream.iterate(last, moment -> moment.minus(Duration.ofDays(model.everyDays())))
                .limit(count)
                .toList();
    }

    List<FrameRow> of(String person, List<HistoricActivity> history) {
        return of(PersonHistory.of(person, history));
    }

    /** One row for each moment and each profile that the person was then. */
    List<FrameRow> of(PersonHistory history) {
        return moments.stream()
                .flatMap(moment -> history.knownAt(moment, model.historyKnownWhenOccurred()).entrySet().stream()
                        .map(known -> row(history, known.getKey(), known.getValue(), moment))
                        .flatMap(Optional::stream))
                .toList();
    }

    private Optional<FrameRow> row(PersonHistory history, String profile, List<Activity> known, Instant moment) {
        if (!model.population().contains(Cancellations.without(known), moment)) {
            return Optional.empty();
        }
        FeatureVector vector =
                computation.fromActivities(known, moment, populations.getOrDefault(moment, Population.none()));
        List<HistoricActivity> outcome = Cancellations.without(
                history.outcomeOf(profile, moment, model.historyKnownWhenOccurred()), HistoricActivity::activity);
        double label = model.label().of(outcome, moment);
        return Optional.of(new FrameRow(history.person(), moment, label, vector));
    }
}
