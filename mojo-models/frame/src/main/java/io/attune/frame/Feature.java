package io.attune.frame;

import java.util.List;

/**
 * A column of a model: a number, or one of some levels.
 *
 * @param name the model's own name of it
 * @param source the frame's column that it comes from
 * @param kind what it was found to be, in words
 * @param levels of a category, in order; empty for a number
 */
public record Feature(String name, String source, String kind, List<String> levels) {
    public Feature {
        levels = List.copyOf(levels);
    }

    static Feature number(String name, String source, String kind) {
        return new Feature(name, source, kind, List.of());
    }

    public boolean categorical() {
        return !levels.isEmpty();
    }
}
