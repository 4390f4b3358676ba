package io.attune.sandbox.training;

import io.attune.feature.HistoricActivity;
import io.attune.sandbox.population.Population;
import io.attune.sandbox.population.Progress;
import io.attune.sandbox.population.source.Entity;
import io.attune.sandbox.population.truth.Truth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What every person of a population did, as far as it names them. */
final class Histories {

    private Histories() {}

    /** Simulates the population and sorts its traces by the person behind them. */
    static Map<String, List<HistoricActivity>> of(Population population) {
        TraceRecorder recorder = new TraceRecorder();
        population.writeHistory(recorder.sinks(), Progress.none());
        return byPerson(recorder.traces(), population.truth());
    }

    private static Map<String, List<HistoricActivity>> byPerson(
            Map<Entity, List<HistoricActivity>> traces, Truth truth) {
        Map<String, List<HistoricActivity>> histories = new LinkedHashMap<>();
        truth.entities().forEach((entity, person) -> {
            if (entity.namesSomebody()) {
                histories
                        .computeIfAbsent(person, any -> new ArrayList<>())
                        .addAll(traces.getOrDefault(entity, List.of()));
            }
        });
        return histories;
    }
}
