package io.attune.trainer.segments;

import io.attune.segmentation.Cluster;
import io.attune.segmentation.ScaledFeature;
import io.attune.segmentation.SegmentModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Gives groups their ids and names. A group that was there before keeps both: former and new centres are paired at the least
 * total distance, and a pair counts when either is the nearest to the other. Whoever is new gets an id that was never used.
 */
final class StableNames {
    private final List<ScaledFeature> features;
    private final Descriptions descriptions;
    private final Optional<SegmentModel> former;

    StableNames(List<ScaledFeature> features, Descriptions descriptions, Optional<SegmentModel> former) {
        this.features = List.copyOf(features);
        this.descriptions = descriptions;
        this.former = former;
    }

    /**
     * Names groups.
     *
     * @param centres in scaled features
     * @param shares of the people, by group
     * @return in the order of their ids
     */
    List<Cluster> name(double[][] centres, double[] shares) {
        List<Cluster> before = former.map(SegmentModel::clusters).orElse(List.of());
        double[][] old = before.stream().map(this::rescaled).toArray(double[][]::new);
        int[] partner = partners(centres, old);
        List<Cluster> named = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int group = 0; group < centres.length; group++) {
            if (partner[group] >= 0) {
                Cluster same = before.get(partner[group]);
                taken.add(same.name());
                named.add(cluster(same.id(), same.name(), centres[group], shares[group]));
            }
        }
        int next = former.map(SegmentModel::lastId).orElse(0) + 1;
        for (int group : bySize(shares)) {
            if (partner[group] < 0) {
                String name = descriptions.name(centres[group], List.copyOf(taken));
                taken.add(name);
                named.add(cluster(next++, name, centres[group], shares[group]));
            }
        }
        named.sort(Comparator.comparingInt(Cluster::id));
        return named;
    }

    private Cluster cluster(int id, String name, double[] centre, double share) {
        return new Cluster(id, name, descriptions.of(centre), centre, share);
    }

    /** A former centre by the new scaling; a feature that it had not is at the average. */
    private double[] rescaled(Cluster cluster) {
        List<ScaledFeature> old = former.orElseThrow().features();
        double[] rescaled = new double[features.size()];
        for (int feature = 0; feature < rescaled.length; feature++) {
            ScaledFeature scaling = features.get(feature);
            for (int index = 0; index < old.size(); index++) {
                if (old.get(index).name().equals(scaling.name())) {
                    rescaled[feature] = scaling.scale(old.get(index).value(cluster.centre()[index]));
                }
            }
        }
        return rescaled;
    }

    private static int[] partners(double[][] centres, double[][] old) {
        double[][] distances = new double[centres.length][old.length];
        for (int group = 0; group < centres.length; group++) {
            for (int other = 0; other < old.length; other++) {
                distances[group][other] = Points.distance(centres[group], old[other]);
            }
        }
        int[] partners = Assignment.cheapest(distances);
        for (int group = 0; group < partners.length; group++) {
            boolean near = partners[group] >= 0
                    && (Points.nearest(old[partners[group]], centres) == group
                            || Points.nearest(centres[group], old) == partners[group]);
            partners[group] = near ? partners[group] : -1;
        }
        return partners;
    }

    private static int[] bySize(double[] shares) {
        return IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer group) -> -shares[group]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
