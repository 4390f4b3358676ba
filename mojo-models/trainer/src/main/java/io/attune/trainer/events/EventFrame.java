package io.attune.trainer.events;

import io.attune.trainer.TrainingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

    /**
     * Reads a frame.
     *
     * @throws TrainingException when the file is none
     */
    static EventFrame read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            List<String> names = List.of(lines.get(0).split(",", -1));
            List<String[]> rows =
                    lines.stream().skip(1).map(line -> line.split(",", -1)).toList();
            return new EventFrame(
                    names.subList(KEYS, names.size()),
                    rows.stream().mapToInt(row -> Integer.parseInt(row[0])).toArray(),
                    rows.stream().map(row -> row[1]).toList(),
                    labels(rows),
                    IntStream.range(KEYS, names.size())
                            .mapToObj(column -> column(rows, column))
                            .toList());
        } catch (IOException | RuntimeException e) {
            throw new TrainingException(file + " is not a frame: " + e.getMessage(), e);
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

    private static boolean[] labels(List<String[]> rows) {
        boolean[] labels = new boolean[rows.size()];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = rows.get(row)[2].equals("1");
        }
        return labels;
    }

    private static double[] column(List<String[]> rows, int column) {
        return rows.stream()
                .mapToDouble(row -> row[column].isEmpty() ? Double.NaN : Double.parseDouble(row[column]))
                .toArray();
    }
}
