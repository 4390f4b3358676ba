package io.attune.feature;

import io.attune.feature.calculation.Population;
import io.attune.feature.calculation.SpanTotal;
import io.attune.feature.calculation.Survey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the hub's survey would have found at each moment of a frame: of everybody known then, as of the midnight before. Not safe to
 * share between threads.
 */
public final class FrameSurvey {

    private final ModelDefinition model;
    private final VectorComputation computation;
    private final Map<Instant, Survey> surveys = new LinkedHashMap<>();

    /**
     * Starts the survey.
     *
     * @param end until when events are complete, as for the frame
     */
    public FrameSurvey(ModelDefinition model, FeatureDefinitions features, Instant end) {
        this.model = model;
        computation = new VectorComputation(features);
        for (Instant moment : FrameRows.moments(model, end)) {
            surveys.put(moment, features.survey(moment.truncatedTo(ChronoUnit.DAYS)));
        }
    }

    /** Whether a model reads a feature that needs it; otherwise nobody need be asked. */
    public static boolean needed(ModelDefinition model, FeatureDefinitions features) {
        return model.features().stream().anyMatch(features::needsPopulation);
    }

    /** Asks a person at every moment. */
    public void add(PersonHistory history) {
        for (Survey survey : surveys.values()) {
            Map<String, List<Activity>> known = history.knownAt(survey.asOf(), model.historyKnownWhenOccurred());
            for (List<Activity> ofProfile : known.values()) {
                List<SpanTotal> spans = computation.spans(ofProfile, survey.asOf());
                survey.add(
                        computation
                                .fromSpans(spans, survey.asOf(), Population.none())
                                .values(),
                        spans);
            }
        }
    }

    /** What they said, by moment. */
    public Map<Instant, Population> result() {
        Map<Instant, Population> populations = new HashMap<>();
        surveys.forEach((moment, survey) -> populations.put(moment, survey.result()));
        return populations;
    }
}
