package io.attune.trainer.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ClusteringPropertiesTest {

    @Property(tries = 50)
    void silhouetteIsWhatRousseeuwDefines(@ForAll long seed, @ForAll @IntRange(min = 2, max = 5) int count) {
        double[][] points = points(25, 3, seed);
        int[] groups = groups(25, count, seed);

        double sum = 0;
        int judged = 0;
        for (int point = 0; point < points.length; point++) {
            if (groups[point] < 0) {
                continue;
            }
            judged++;
            double own = meanDistance(points, point, groups, groups[point]);
            double next = Double.MAX_VALUE;
            for (int group = 0; group < count; group++) {
                if (group != groups[point]) {
                    double distance = meanDistance(points, point, groups, group);
                    next = Double.isNaN(distance) ? next : Math.min(next, distance);
                }
            }
            sum += Double.isNaN(own) || next == Double.MAX_VALUE ? 0 : (next - own) / Math.max(own, next);
        }

        assertThat(Silhouette.mean(points, groups, count)).isCloseTo(judged == 0 ? 0 : sum / judged, within(1e-9));
    }

    @Property(tries = 50)
    void daviesBouldinDoesNotCareForTheUnit(@ForAll long seed, @ForAll @IntRange(min = 2, max = 4) int count) {
        double[][] points = points(30, 2, seed);
        int[] groups = IntStream.range(0, 30).map(point -> point % count).toArray();
        double[][] larger = Arrays.stream(points)
                .map(point -> Arrays.stream(point).map(value -> 7 * value + 3).toArray())
                .toArray(double[][]::new);

        assertThat(DaviesBouldin.of(larger, groups, count))
                .isCloseTo(DaviesBouldin.of(points, groups, count), within(1e-6));
    }

    @Property(tries = 100)
    void assignmentIsTheCheapestOfAll(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 5) int rows,
            @ForAll @IntRange(min = 1, max = 5) int columns) {
        Random random = new Random(seed);
        double[][] costs = new double[rows][columns];
        for (double[] row : costs) {
            Arrays.setAll(row, any -> random.nextInt(20));
        }

        int[] assigned = Assignment.cheapest(costs);

        int[] used = Arrays.stream(assigned).filter(column -> column >= 0).toArray();
        assertThat(used).doesNotHaveDuplicates().hasSize(Math.min(rows, columns));
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            sum += assigned[row] < 0 ? 0 : costs[row][assigned[row]];
        }
        assertThat(sum).isCloseTo(cheapest(costs, 0, new ArrayList<>(), rows - Math.min(rows, columns)), within(1e-9));
    }

    @Property(tries = 30)
    void agreementDoesNotCareWhatGroupsAreCalled(@ForAll long seed) {
        int[] groups = groups(40, 4, seed);
        int[] renamed = Arrays.stream(groups).map(group -> 17 - 3 * group).toArray();

        assertThat(RandIndex.adjusted(groups, renamed)).isCloseTo(1, within(1e-9));
    }

    @Property(tries = 20)
    void wardJoinsWhatLiesTogether(@ForAll long seed) {
        int[] truth = IntStream.range(0, 60).map(point -> point % 3).toArray();
        double[][] points = points(60, 2, seed);
        for (int point = 0; point < points.length; point++) {
            points[point][0] += 40 * truth[point];
        }

        assertThat(RandIndex.adjusted(Ward.groups(points, 3), truth)).isEqualTo(1);
    }

    @Property(tries = 5)
    void densityFindsWhatLiesDenseAndLeavesTheRestOutside(@ForAll long seed) {
        double[][] points = points(123, 2, seed);
        int[] truth = IntStream.range(0, points.length).map(point -> point % 3).toArray();
        for (int point = 0; point < 120; point++) {
            points[point][0] += 30 * truth[point];
        }
        for (int point = 120; point < points.length; point++) {
            points[point][1] += 500 + 300 * point;
        }

        int[] groups = Density.groups(points, 15);

        assertThat(Arrays.stream(groups).max().orElseThrow()).isEqualTo(2);
        assertThat(groups[120]).isEqualTo(-1);
        assertThat(RandIndex.adjusted(groups, truth)).isGreaterThan(0.75);
    }

    @Property(tries = 20)
    void wardMakesAsManyGroupsAsAsked(@ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int count) {
        assertThat(Arrays.stream(Ward.groups(points(20, 2, seed), count)).distinct())
                .hasSize(count);
    }

    private static double cheapest(double[][] costs, int row, List<Integer> used, int left) {
        if (row == costs.length) {
            return 0;
        }
        double best = left > 0 ? cheapest(costs, row + 1, used, left - 1) : Double.MAX_VALUE;
        for (int column = 0; column < costs[row].length; column++) {
            if (!used.contains(column)) {
                used.add(column);
                best = Math.min(best, costs[row][column] + cheapest(costs, row + 1, used, left));
                used.remove(Integer.valueOf(column));
            }
        }
        return best;
    }

    private static double meanDistance(double[][] points, int point, int[] groups, int group) {
        return IntStream.range(0, points.length)
                .filter(other -> other != point && groups[other] == group)
                .mapToDouble(other -> Math.hypot(
                        Math.hypot(points[point][0] - points[other][0], points[point][1] - points[other][1]),
                        points[point][2] - points[other][2]))
                .average()
                .orElse(Double.NaN);
    }

    private static double[][] points(int count, int axes, long seed) {
        Random random = new Random(seed);
        double[][] points = new double[count][axes];
        for (double[] point : points) {
            Arrays.setAll(point, axis -> random.nextGaussian());
        }
        return points;
    }

    /** From -1, which is none, to the count. */
    private static int[] groups(int points, int count, long seed) {
        Random random = new Random(seed + 1);
        return IntStream.range(0, points)
                .map(point -> random.nextInt(count + 1) - 1)
                .toArray();
    }
}
