package io.attune.trainer.vector;

import com.fasterxml.jackson.databind.ObjectMapper;
import hex.genmodel.ModelMojoReader;
import hex.genmodel.MojoModel;
import hex.genmodel.MojoReaderBackendFactory;
import io.attune.trainer.TrainingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The version that scores now.
 *
 * @param version its name
 */
record Champion(String version, MojoModel model) {

    /** Reads a version's folder. */
    static Champion read(Path folder) {
        try {
            String version = new ObjectMapper()
                    .readTree(folder.resolve("card.json").toFile())
                    .path("version")
                    .asText();
            return new Champion(
                    version,
                    ModelMojoReader.readFrom(MojoReaderBackendFactory.createReaderBackend(
                            folder.resolve("model.zip").toUri().toURL(),
                            MojoReaderBackendFactory.CachingStrategy.MEMORY)));
        } catch (IOException unreadable) {
            throw new TrainingException(
                    "the champion in " + folder + " cannot be read, so that nothing could be compared with it: "
                            + unreadable.getMessage(),
                    unreadable);
        }
    }

    // Its levels are numbered as when it was learned; one that it never saw is missing to it.
    private double[] column(TrainingFrame frame, String feature, List<Row> rows) {
        double[] values = frame.column(feature, rows);
        List<String> levels = frame.levels(feature);
        if (levels.isEmpty()) {
            return values;
        }
        String[] domain = model.getDomainValues(feature);
        List<String> known = domain == null ? List.of() : List.of(domain);
        return Arrays.stream(values)
                .map(value -> {
                    int index = Double.isNaN(value) ? -1 : known.indexOf(levels.get((int) value));
                    return index < 0 ? Double.NaN : index;
                })
                .toArray();
    }

    /**
     * What it says of some rows.
     *
     * @throws TrainingException when the frame lacks a feature that it reads
     */
    double[] score(TrainingFrame frame, List<Row> rows) {
        List<double[]> columns = Arrays.stream(model.getNames(), 0, model.nfeatures())
                .map(feature -> column(frame, feature, rows))
                .toList();
        double[] scores = new double[rows.size()];
        for (int row = 0; row < scores.length; row++) {
            int index = row;
            double[] values =
                    columns.stream().mapToDouble(column -> column[index]).toArray();
            scores[row] = model.score0(values, new double[model.getPredsSize()])[model.nclasses() == 2 ? 2 : 0];
        }
        return scores;
    }
}
