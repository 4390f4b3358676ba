package io.attune.trainer.segments;

import java.util.Random;
import java.util.stream.IntStream;

/** Rows as points. */
final class Points {
    private Points() {}

    static double distance(double[] left, double[] right) {
        return Math.sqrt(squaredDistance(left, right));
    }

    static double squaredDistance(double[] left, double[] right) {
        double sum = 0;
        for (int index = 0; index < left.length; index++) {
            double difference = left[index] - right[index];
            sum += difference * difference;
        }
        return sum;
    }

    /** The index of the nearest centre; of equally near ones the first. */
    static int nearest(double[] point, double[][] centres) {
        int nearest = 0;
        for (int centre = 1; centre < centres.length; centre++) {
            if (squaredDistance(point, centres[centre]) < squaredDistance(point, centres[nearest])) {
                nearest = centre;
            }
        }
        return nearest;
    }

    static int[] nearest(double[][] points, double[][] centres) {
        return IntStream.range(0, points.length)
                .map(point -> nearest(points[point], centres))
                .toArray();
    }

    /** The mean of each group's points; groups are numbered from 0, and a negative number is none. */
    static double[][] centres(double[][] points, int[] groups, int count) {
        double[][] centres = new double[count][points[0].length];
        int[] members = new int[count];
        for (int point = 0; point < points.length; point++) {
            if (groups[point] >= 0) {
                members[groups[point]]++;
                for (int axis = 0; axis < points[point].length; axis++) {
                    centres[groups[point]][axis] += points[point][axis];
                }
            }
        }
        for (int group = 0; group < count; group++) {
            for (int axis = 0; axis < centres[group].length; axis++) {
                centres[group][axis] /= Math.max(1, members[group]);
            }
        }
        return centres;
    }

    /** At most so many of the rows, drawn without replacement; the same for the same seed. */
    static int[] sample(int rows, int most, long seed) {
        int[] order = IntStream.range(0, rows).toArray();
        Random random = new Random(seed);
        for (int place = 0; place < Math.min(most, rows); place++) {
            int other = place + random.nextInt(rows - place);
            int kept = order[place];
            order[place] = order[other];
            order[other] = kept;
        }
        return IntStream.range(0, Math.min(most, rows))
                .map(place -> order[place])
                .toArray();
    }
}
