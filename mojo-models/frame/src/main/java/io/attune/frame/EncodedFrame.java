package io.attune.frame;

import java.util.List;

/**
 * A frame as a model reads it.
 *
 * @param features the columns
 * @param values one array a feature, one value a row: numbers, indices of levels, NaN for none
 */
public record EncodedFrame(List<Feature> features, List<double[]> values) {
    public EncodedFrame {
        features = List.copyOf(features);
        values = List.copyOf(values);
    }

    public int rows() {
        return values.isEmpty() ? 0 : values.get(0).length;
    }
}
