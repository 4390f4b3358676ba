package io.attune.frame;

import java.util.List;

/**
 * A column of numbers.
 *
 * @param marksMissing whether a second feature says that there is no value: linear models can learn from it
 */
public record NumberColumn(String name, NumberStyle style, boolean marksMissing) implements FrameColumn {
    @Override
    public List<Feature> features() {
        Feature value = Feature.number(name, name, "number");
        return marksMissing
                ? List.of(value, Feature.number(name + " is missing", name, "number: 1 where missing"))
                : List.of(value);
    }

    @Override
    public void encode(String cell, double[] values) {
        values[0] = style.parse(cell);
        if (marksMissing) {
            values[1] = Double.isNaN(values[0]) ? 1 : 0;
        }
    }
}
