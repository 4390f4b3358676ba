package io.attune.eventmodel;

import io.attune.eventlog.EventLog;
import io.attune.eventlog.EventLogException;
import io.attune.eventlog.Horizon;
import io.attune.eventlog.Moment;
import io.attune.eventlog.PersonHistory;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Writes what the trainer reads: a row for each person at each moment, with what was known then, and whether the person was
 * active within the horizon after it. People are numbers in it, so no name leaves the log.
 */
public final class ActivityFrame {
    private static final int MOST_ROWS = 400_000;

    private final EventLog log;
    private final Horizon horizon;

    public ActivityFrame(EventLog log, Horizon horizon) {
        this.log = log;
        this.horizon = horizon;
    }

    /**
     * Writes the rows of some moments, the first of them first, until there are rows enough.
     *
     * @return the number of rows
     */
    public int write(Path file, List<Moment> moments) {
        try (Writer writer = Files.newBufferedWriter(file)) {
            writer.write("person,as_of,label," + String.join(",", ActivityVectors.names(horizon)) + "\n");
            int rows = 0;
            for (Moment moment : moments) {
                if (rows == 0 || rows < MOST_ROWS) {
                    rows += write(writer, moment);
                }
            }
            return rows;
        } catch (IOException e) {
            throw new EventLogException(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private int write(Writer writer, Moment moment) throws IOException {
        ActivityVectors vectors = ActivityVectors.of(log, moment, horizon);
        Moment until = moment.plusDays(horizon.days());
        int rows = 0;
        for (int number = 0; number < log.people().size(); number++) {
            PersonHistory person = log.people().get(number);
            Optional<double[]> vector = vectors.vector(person);
            if (vector.isPresent()) {
                writer.write(row(number, moment, person.active(moment, until), vector.get()));
                rows++;
            }
        }
        return rows;
    }

    private static String row(int number, Moment moment, boolean active, double[] vector) {
        StringBuilder row = new StringBuilder()
                .append(number)
                .append(',')
                .append(moment)
                .append(',')
                .append(active ? 1 : 0);
        for (double value : vector) {
            row.append(',');
            if (!Double.isNaN(value)) {
                row.append(value);
            }
        }
        return row.append('\n').toString();
    }
}
