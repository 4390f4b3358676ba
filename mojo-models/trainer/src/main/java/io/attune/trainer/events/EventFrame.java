package io.attune.trainer.events;

import io.attune.trainer.TrainingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows of people at moments: CSV with {@code person,as_of,label} and a column a feature, NaN where a field is empty. The
 * command that wrote it numbers the people, so no field holds a comma.
 *
 * @param features names of the columns
 * @param people the number of each row's person
 * @param moments of each row, as text
 * @param labels whether the person was active within the horizon
 * @param columns the values of each feature
 */
@SuppressWarnings("ArrayRecordComponent") // made once, read in this package only
record EventFrame(List<String> features, int[] people, List<String> moments, boolean[] labels, List<double[]> columns) {
    private static final int KEYS = 3;
    private static final int FIRST_ROWS = 1 << 14;

    /**
     * Reads a frame.
     *
     * @throws TrainingException when the file is none
     */
    static EventFrame read(Path file) {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            List<String> names = List.of(lines.readLine().split(",", -1));
            Rows rows = new Rows(names.size() - KEYS);
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                rows.add(line.split(",", -1));
            }
            return rows.frame(names.subList(KEYS, names.size()));
        } catch (IOException | RuntimeException e) {
            throw new TrainingException(file + " is not a frame: " + e.getMessage(), e);
        }
    }

    /** Rows as they are read, kept as numbers: as texts, hundreds of thousands would need gigabytes. */
    private static final class Rows {
        private final List<String> moments = new ArrayList<>();
        private final BitSet labels = new BitSet();
        private final double[][] columns;
        private int[] people = new int[FIRST_ROWS];

        Rows(int features) {
            columns = new double[features][FIRST_ROWS];
        }

        void add(String[] fields) {
            int row = moments.size();
            if (row == people.length) {
                people = Arrays.copyOf(people, 2 * row);
                Arrays.setAll(columns, column -> Arrays.copyOf(columns[column], 2 * row));
            }
            people[row] = Integer.parseInt(fields[0]);
            moments.add(
                    !moments.isEmpty() && moments.get(row - 1).equals(fields[1]) ? moments.get(row - 1) : fields[1]);
            labels.set(row, fields[2].equals("1"));
            for (int column = 0; column < columns.length; column++) {
                String field = fields[KEYS + column];
                columns[column][row] = field.isEmpty() ? Double.NaN : Double.parseDouble(field);
            }
        }

        EventFrame frame(List<String> features) {
            int rows = moments.size();
            boolean[] positive = new boolean[rows];
            labels.stream().forEach(row -> positive[row] = true);
            return new EventFrame(
                    features,
                    Arrays.copyOf(people, rows),
                    moments,
                    positive,
                    Arrays.stream(columns)
                            .map(column -> Arrays.copyOf(column, rows))
                            .toList());
        }
    }

    int rows() {
        return people.length;
    }

    int positives() {
        int positives = 0;
        for (boolean label : labels) {
            positives += label ? 1 : 0;
        }
        return positives;
    }

    /** The names of the features that tell rows apart: the others teach nothing. */
    List<String> informative() {
        List<String> names = new ArrayList<>();
        for (int feature = 0; feature < features.size(); feature++) {
            double[] column = columns.get(feature);
            if (IntStream.range(1, column.length).anyMatch(row -> Double.compare(column[row], column[0]) != 0)) {
                names.add(features.get(feature));
            }
        }
        return names;
    }

    double[] column(String feature) {
        int index = features.indexOf(feature);
        if (index < 0) {
            throw new TrainingException("The frame has no column " + feature + "; it has " + features);
        }
        return columns.get(index);
    }
}
