package io.attune.frame;

import java.util.ArrayList;
import java.util.List;

/**
 * How a frame becomes features: inferred once, when a model is trained, and applied the same way whenever it scores.
 *
 * @param columns what is used
 * @param dropped what is not, and why
 */
public record Recipe(List<FrameColumn> columns, List<DroppedColumn> dropped) {
    public Recipe {
        columns = List.copyOf(columns);
        dropped = List.copyOf(dropped);
    }

    /** Every feature, in the order of the columns. */
    public List<Feature> features() {
        return columns.stream().flatMap(column -> column.features().stream()).toList();
    }

    /**
     * Encodes every row.
     *
     * @throws FrameException when the frame lacks columns that the recipe uses
     */
    public EncodedFrame encode(FlatFrame frame) {
        requireColumns(frame);
        List<double[]> values = new ArrayList<>();
        for (FrameColumn column : columns) {
            values.addAll(encode(column, frame.column(column.name())));
        }
        return new EncodedFrame(features(), values);
    }

    private void requireColumns(FlatFrame frame) {
        List<String> absent = columns.stream()
                .map(FrameColumn::name)
                .filter(name -> !frame.names().contains(name))
                .toList();
        if (!absent.isEmpty()) {
            throw new FrameException(frame.file() + " lacks columns that the model was trained with: "
                    + String.join(", ", absent) + ". It has " + String.join(", ", frame.names())
                    + ". Name them as in training; a column may be empty, but must be there");
        }
    }

    private static List<double[]> encode(FrameColumn column, List<String> cells) {
        List<double[]> values = new ArrayList<>();
        int width = column.features().size();
        for (int feature = 0; feature < width; feature++) {
            values.add(new double[cells.size()]);
        }
        double[] encoded = new double[width];
        for (int row = 0; row < cells.size(); row++) {
            column.encode(cells.get(row), encoded);
            for (int feature = 0; feature < width; feature++) {
                values.get(feature)[row] = encoded[feature];
            }
        }
        return values;
    }
}
