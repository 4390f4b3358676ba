package io.attune.card;

import io.attune.evaluation.Point;
import java.util.List;

/**
 * Points that belong together.
 *
 * @param name of what they show
 */
public record Series(String name, List<Point> points) {
    public Series {
        points = List.copyOf(points);
    }
}
