package io.attune.trainer.segments;

/** How wide groups are beside the distance of their centres, in the worst pair of each (Davies &amp; Bouldin 1979): less is better. */
final class DaviesBouldin {
    private DaviesBouldin() {}

    /** @param groups from 0 to count - 1; a negative number is none */
    static double of(double[][] points, int[] groups, int count) {
        double[][] centres = Points.centres(points, groups, count);
        double[] width = new double[count];
        int[] members = new int[count];
        for (int point = 0; point < points.length; point++) {
            if (groups[point] >= 0) {
                width[groups[point]] += Points.distance(points[point], centres[groups[point]]);
                members[groups[point]]++;
            }
        }
        double sum = 0;
        int present = 0;
        for (int group = 0; group < count; group++) {
            if (members[group] > 0) {
                sum += worst(group, centres, width, members);
                present++;
            }
        }
        return present == 0 ? 0 : sum / present;
    }

    private static double worst(int group, double[][] centres, double[] width, int[] members) {
        double worst = 0;
        for (int other = 0; other < centres.length; other++) {
            if (other != group && members[other] > 0) {
                double apart = Points.distance(centres[group], centres[other]);
                double wide = width[group] / members[group] + width[other] / members[other];
                worst = Math.max(worst, apart == 0 ? Double.POSITIVE_INFINITY : wide / apart);
            }
        }
        return worst;
    }
}
