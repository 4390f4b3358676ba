package io.attune.trainer.hazard;

import io.attune.evaluation.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The share of people who still wait, by days, as it was observed (Kaplan &amp; Meier 1958). */
final class KaplanMeier {
    private KaplanMeier() {}

    /** From day 0, a point for each time that it happened. */
    static List<Point> curve(List<Observed> people) {
        List<Observed> sorted = people.stream()
                .sorted(Comparator.comparingDouble(Observed::days))
                .toList();
        List<Point> curve = new ArrayList<>(List.of(new Point(0, 1)));
        double waiting = 1;
        for (int index = 0; index < sorted.size(); index++) {
            if (sorted.get(index).happened()) {
                waiting *= 1 - 1.0 / (sorted.size() - index);
                curve.add(new Point(sorted.get(index).days(), waiting));
            }
        }
        return curve;
    }

    /** The first day at which half do not wait any more; NaN when more than half wait to the end. */
    static double median(List<Observed> people) {
        return curve(people).stream()
                .filter(point -> point.y() <= 0.5)
                .mapToDouble(Point::x)
                .findFirst()
                .orElse(Double.NaN);
    }
}
