package io.attune.trainer.segments;

/**
 * How much nearer points lie to their own group than to the next one, from -1 to 1, on average (Rousseeuw 1987). Takes the
 * square of the number of points.
 */
final class Silhouette {
    private Silhouette() {}

    /**
     * The mean over all points that belong to a group; 0 for the only one of its group, as Rousseeuw has it.
     *
     * @param groups from 0 to count - 1; a negative number is none
     */
    static double mean(double[][] points, int[] groups, int count) {
        int[] members = new int[count];
        for (int group : groups) {
            if (group >= 0) {
                members[group]++;
            }
        }
        double sum = 0;
        int judged = 0;
        for (int point = 0; point < points.length; point++) {
            if (groups[point] >= 0) {
                sum += of(point, points, groups, members);
                judged++;
            }
        }
        return judged == 0 ? 0 : sum / judged;
    }

    private static double of(int point, double[][] points, int[] groups, int[] members) {
        if (members[groups[point]] == 1) {
            return 0;
        }
        double[] distances = new double[members.length];
        for (int other = 0; other < points.length; other++) {
            if (groups[other] >= 0) {
                distances[groups[other]] += Points.distance(points[point], points[other]);
            }
        }
        double own = distances[groups[point]] / (members[groups[point]] - 1);
        double next = Double.POSITIVE_INFINITY;
        for (int group = 0; group < members.length; group++) {
            if (group != groups[point] && members[group] > 0) {
                next = Math.min(next, distances[group] / members[group]);
            }
        }
        return Double.isInfinite(next) || Math.max(own, next) == 0 ? 0 : (next - own) / Math.max(own, next);
    }
}
