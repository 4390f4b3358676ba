package io.attune.trainer.segments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Hierarchical clustering by Ward's criterion: the two groups whose union widens least are joined, again and again. By chains
 * of nearest neighbours (Murtagh 1983), in the square of the number of points.
 */
final class Ward {
    private Ward() {}

    private record Join(int left, int right, double cost) {}

    /** So many groups of the points, numbered from 0 in the order of their first point. */
    static int[] groups(double[][] points, int count) {
        List<Join> joins = joins(points);
        joins.sort(Comparator.comparingDouble(Join::cost));
        int[] parent = new int[points.length];
        for (int point = 0; point < parent.length; point++) {
            parent[point] = point;
        }
        for (Join join : joins.subList(0, Math.max(0, points.length - count))) {
            parent[root(parent, join.left())] = root(parent, join.right());
        }
        return numbered(parent);
    }

    // A join names a point of either group; every group keeps the place of one of its points.
    private static List<Join> joins(double[][] points) {
        double[][] centres = new double[points.length][];
        int[] sizes = new int[points.length];
        for (int point = 0; point < points.length; point++) {
            centres[point] = points[point].clone();
            sizes[point] = 1;
        }
        List<Join> joins = new ArrayList<>();
        List<Integer> chain = new ArrayList<>();
        for (int start = 0; joins.size() < points.length - 1; ) {
            if (chain.isEmpty()) {
                while (sizes[start] == 0) {
                    start++;
                }
                chain.add(start);
            }
            int last = chain.get(chain.size() - 1);
            int before = chain.size() > 1 ? chain.get(chain.size() - 2) : -1;
            int nearest = nearest(last, before, centres, sizes);
            if (nearest == before) {
                joins.add(new Join(last, before, cost(last, before, centres, sizes)));
                unite(last, before, centres, sizes);
                chain.remove(chain.size() - 1);
                chain.remove(chain.size() - 1);
            } else {
                chain.add(nearest);
            }
        }
        return joins;
    }

    // The one before in the chain wins a tie, or the chain would never end.
    private static int nearest(int group, int before, double[][] centres, int[] sizes) {
        int nearest = before;
        double least = before < 0 ? Double.POSITIVE_INFINITY : cost(group, before, centres, sizes);
        for (int other = 0; other < sizes.length; other++) {
            if (other != group && sizes[other] > 0) {
                double cost = cost(group, other, centres, sizes);
                if (cost < least) {
                    least = cost;
                    nearest = other;
                }
            }
        }
        return nearest;
    }

    private static double cost(int left, int right, double[][] centres, int[] sizes) {
        return Points.squaredDistance(centres[left], centres[right])
                * sizes[left]
                * sizes[right]
                / (sizes[left] + sizes[right]);
    }

    private static void unite(int gone, int kept, double[][] centres, int[] sizes) {
        int size = sizes[gone] + sizes[kept];
        for (int axis = 0; axis < centres[kept].length; axis++) {
            centres[kept][axis] = (centres[kept][axis] * sizes[kept] + centres[gone][axis] * sizes[gone]) / size;
        }
        sizes[kept] = size;
        sizes[gone] = 0;
    }

    private static int root(int[] parent, int point) {
        int root = point;
        while (parent[root] != root) {
            root = parent[root];
        }
        parent[point] = root;
        return root;
    }

    private static int[] numbered(int[] parent) {
        int[] numbers = new int[parent.length];
        Arrays.fill(numbers, -1);
        int[] groups = new int[parent.length];
        int next = 0;
        for (int point = 0; point < parent.length; point++) {
            int root = root(parent, point);
            if (numbers[root] < 0) {
                numbers[root] = next++;
            }
            groups[point] = numbers[root];
        }
        return groups;
    }
}
