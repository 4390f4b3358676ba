package io.attune.trainer.vector;

import io.attune.frame.EncodedFrame;
import io.attune.frame.Feature;
import io.attune.trainer.learning.Table;
import java.util.List;

/** Rows of a hub's frame as a table to learn from: a feature is a number, or a category. */
final class VectorTable {
    static final String LABEL = "label";

    private VectorTable() {}

    static Table of(TrainingFrame frame, List<String> features, List<Row> rows) {
        return new Table(encoded(frame, features, rows), LABEL, Split.answers(rows), Split.numbered(rows));
    }

    static EncodedFrame encoded(TrainingFrame frame, List<String> features, List<Row> rows) {
        return new EncodedFrame(
                features.stream()
                        .map(feature -> {
                            List<String> levels = frame.levels(feature);
                            return new Feature(feature, feature, levels.isEmpty() ? "number" : "category", levels);
                        })
                        .toList(),
                features.stream().map(feature -> frame.column(feature, rows)).toList());
    }
}
