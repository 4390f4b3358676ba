package io.attune.frame;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A column with some levels. A level that was rare or unknown in training counts as {@link #OTHER} where training had
 * such rows, else as missing; no value counts as {@link #MISSING} where training had such rows.
 */
public record CategoryColumn(
        String name, List<String> levels, @JsonIgnore Map<String, Integer> indices) implements FrameColumn {
    static final String OTHER = "(other)";
    static final String MISSING = "(missing)";

    public CategoryColumn {
        levels = List.copyOf(levels);
        Map<String, Integer> found = new HashMap<>();
        for (int index = 0; index < levels.size(); index++) {
            found.put(levels.get(index), index);
        }
        indices = Map.copyOf(found);
    }

    CategoryColumn(String name, List<String> levels) {
        this(name, levels, Map.of());
    }

    @Override
    public List<Feature> features() {
        return List.of(new Feature(name, name, "category", levels));
    }

    @Override
    public void encode(String cell, double[] values) {
        Integer index = Missing.is(cell) ? indices.get(MISSING) : indices.getOrDefault(cell, indices.get(OTHER));
        values[0] = index == null ? Double.NaN : index;
    }
}
