package io.attune.eventmodel;

import io.attune.eventlog.EventLog;
import io.attune.eventlog.EventLogException;
import io.attune.eventlog.Horizon;
import io.attune.eventlog.Moment;
import io.attune.eventlog.PersonHistory;
import io.attune.scoring.Score;
import io.attune.scoring.Scorer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How probable it is that a person is active within the horizon after a moment.
 *
 * @param person as the log calls the person
 * @param probability in [0, 1]
 * @param active whether the person was, as far as the log tells
 */
public record ActivityScore(String person, double probability, boolean active) {
    /** The kind as the registry and the command name it. */
    public static final String KIND = "event-activity";

    /**
     * Scores everybody of whom some activity is known at the moment, in the order of the log.
     *
     * @throws EventLogException when the model was trained with another horizon
     */
    public static List<ActivityScore> of(Scorer model, EventLog log, Moment asOf, Horizon horizon) {
        String trained = model.card().document().path("horizon").asText();
        if (!trained.equals(horizon.toString())) {
            throw new EventLogException("The model " + model.card().model() + " looks " + trained + " ahead, not "
                    + horizon + ": score with --horizon " + trained + ", or train another");
        }
        ActivityVectors vectors = ActivityVectors.of(log, asOf, horizon);
        List<String> names = ActivityVectors.names(horizon);
        Moment until = asOf.plusDays(horizon.days());
        List<ActivityScore> scores = new ArrayList<>();
        for (PersonHistory person : log.people()) {
            Optional<double[]> vector = vectors.vector(person);
            if (vector.isPresent() && model.score(named(names, vector.get())) instanceof Score.Value score) {
                scores.add(new ActivityScore(person.person(), score.value(), person.active(asOf, until)));
            }
        }
        return scores;
    }

    private static Map<String, Double> named(List<String> names, double[] vector) {
        Map<String, Double> values = new HashMap<>();
        for (int index = 0; index < vector.length; index++) {
            values.put(names.get(index), vector[index]);
        }
        return values;
    }
}
