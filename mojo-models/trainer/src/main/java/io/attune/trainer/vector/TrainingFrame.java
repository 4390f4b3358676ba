package io.attune.trainer.vector;

import io.attune.trainer.TrainingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * An exported frame: CSV with {@code person,as_of,label}, since some time {@code group}, and one column a
 * feature, NaN where a field is empty. Which columns hold categories, the notes beside it say.
 */
public final class TrainingFrame {

    private static final List<String> KEYS = List.of("person", "as_of", "label");

    private static final String GROUP = "group";

    private final List<String> features;
    private final boolean grouped;
    private final Categories categories;
    private final List<Row> rows = new ArrayList<>();
    private final List<double[]> values = new ArrayList<>();

    private TrainingFrame(List<String> features, boolean grouped, Categories categories) {
        this.features = features;
        this.categories = categories;
        this.grouped = grouped;
    }

    /**
     * Reads a frame.
     *
     * @throws TrainingException when the file is not a frame, with the line that is not
     */
    public static TrainingFrame read(Path file) {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            String header = reader.readLine();
            List<String> columns = header == null ? List.of() : List.of(header.split(",", -1));
            if (columns.size() <= KEYS.size()
                    || !columns.subList(0, KEYS.size()).equals(KEYS)) {
                throw new TrainingException(
                        file + " is not a frame: its first line must be " + String.join(",", KEYS) + " and features");
            }
            TrainingFrame frame = of(columns.subList(KEYS.size(), columns.size()), Categories.beside(file));
            int number = 2;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                frame.add(file, number++, line);
            }
            return frame;
        } catch (IOException e) {
            throw new TrainingException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static TrainingFrame of(List<String> columns, Categories categories) {
        boolean grouped = columns.get(0).equals(GROUP);
        return new TrainingFrame(columns.subList(grouped ? 1 : 0, columns.size()), grouped, categories);
    }

    public List<Row> rows() {
        return rows;
    }

    /** The same frame with values in the place of missing ones. */
    TrainingFrame filled(Map<String, Double> byFeature) {
        TrainingFrame filled = new TrainingFrame(features, grouped, categories);
        filled.rows.addAll(rows);
        for (double[] row : values) {
            double[] copy = row.clone();
            byFeature.forEach((feature, value) -> {
                int column = features.indexOf(feature);
                if (Double.isNaN(copy[column])) {
                    copy[column] = value;
                }
            });
            filled.values.add(copy);
        }
        return filled;
    }

    /** The levels of a categorical feature, whose values are their numbers; empty for one of numbers. */
    List<String> levels(String feature) {
        return categories.levels(feature);
    }

    /** The values of a feature in some rows, in their order. */
    public double[] column(String feature, List<Row> ofRows) {
        int column = features.indexOf(feature);
        if (column < 0) {
            throw new TrainingException(
                    "The frame has no column " + feature + "; export it again with this definition");
        }
        return ofRows.stream()
                .mapToDouble(row -> values.get(row.index())[column])
                .toArray();
    }

    private void add(Path file, int number, String line) {
        String[] fields = Categories.fields(line).toArray(String[]::new);
        int keys = KEYS.size() + (grouped ? 1 : 0);
        if (fields.length != keys + features.size()) {
            throw new TrainingException(
                    file + ":" + number + ": has " + fields.length + " fields instead of " + (keys + features.size()));
        }
        try {
            rows.add(new Row(
                    rows.size(),
                    fields[0],
                    Instant.parse(fields[1]),
                    Double.parseDouble(fields[2]),
                    grouped ? fields[KEYS.size()] : ""));
            double[] numbers = new double[features.size()];
            Arrays.setAll(numbers, index -> categories.number(features.get(index), fields[keys + index]));
            values.add(numbers);
        } catch (NumberFormatException | DateTimeParseException e) {
            throw new TrainingException(file + ":" + number + ": " + e.getMessage(), e);
        }
    }
}
