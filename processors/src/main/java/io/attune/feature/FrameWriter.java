package io.attune.feature;

import io.attune.feature.calculation.Population;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Writes the frame that a model is trained on: CSV with the columns {@code person,as_of,label,group} and then the model's features;
 * an empty field is a missing value. Not safe to share between threads.
 */
public final class FrameWriter implements AutoCloseable {

    private final ModelDefinition model;
    private final FrameRows rows;
    private final BufferedWriter out;
    private long people;
    private long written;
    private long positives;

    /**
     * Starts a file.
     *
     * @param end until when events are complete; the last label's window ends here
     */
    public FrameWriter(ModelDefinition model, FeatureDefinitions features, Instant end, Path file) throws IOException {
        this(model, features, end, file, Map.of());
    }

    /**
     * As {@link #FrameWriter(ModelDefinition, FeatureDefinitions, Instant, Path)}, with what a survey found.
     *
     * @param populations by moment, of {@link FrameSurvey}; may be empty where the model does not need it
     */
    public FrameWriter(
            ModelDefinition model,
            FeatureDefinitions features,
            Instant end,
            Path file,
            Map<Instant, Population> populations)
            throws IOException {
        this.model = model;
        rows = new FrameRows(model, new VectorComputation(features), end, populations);
        if (file.toAbsolutePath().getParent() != null) {
            Files.createDirectories(file.toAbsolutePath().getParent());
        }
        FrameNotes.write(file, model, features, populations);
        out = Files.newBufferedWriter(file);
        out.write("person,as_of,label,group," + String.join(",", model.features()) + "\n");
    }

    /**
     * Adds the rows of one person.
     *
     * @param person an opaque key, the same for all rows of the person; no personal data, no comma
     * @param group by which figures are compared; empty when nothing is known
     * @param history every event of the person, in any order
     */
    public void add(String person, String group, List<HistoricActivity> history) {
        add(new PersonHistory(person, group, history, Map.of()));
    }

    /** Adds the rows of one person, who may have been taken for several at some moments. */
    public void add(PersonHistory history) {
        List<FrameRow> ofPerson = rows.of(history);
        people += ofPerson.isEmpty() ? 0 : 1;
        for (FrameRow row : ofPerson) {
            write(row, history.group());
        }
    }

    /** What has been written so far. */
    public FrameSummary summary() {
        return new FrameSummary(people, written, positives);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private void write(FrameRow row, String group) {
        StringBuilder line = new StringBuilder(256);
        line.append(row.person())
                .append(',')
                .append(row.asOf())
                .append(',')
                .append(label(row.label()))
                .append(',')
                .append(group.replaceAll("[,\"\\r\\n]", " "));
        for (String feature : model.features()) {
            Object value = row.vector().values().get(feature);
            line.append(',').append(value == null ? "" : field(value.toString()));
        }
        try {
            out.append(line).append('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        written++;
        positives += row.label() > 0 ? 1 : 0;
    }

    private static String label(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    // RFC 4180: a category may hold anything.
    private static String field(String value) {
        return value.matches("[^,\"\\r\\n]*") ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
