package io.attune.trainer.segments;

import java.util.List;
import org.tribuo.MutableDataset;
import org.tribuo.clustering.ClusterID;
import org.tribuo.clustering.ClusteringFactory;
import org.tribuo.clustering.hdbscan.HdbscanModel;
import org.tribuo.clustering.hdbscan.HdbscanTrainer;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.distance.DistanceType;
import org.tribuo.math.neighbour.NeighboursQueryFactoryType;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * HDBSCAN (Campello, Moulavi &amp; Sander 2013), as Tribuo has it: groups where points lie dense, of any shape and number;
 * what lies between them belongs to none.
 */
final class Density {
    private static final int NEIGHBOURS = 5;

    private Density() {}

    /**
     * Groups of the points, numbered from 0; -1 for those of none.
     *
     * @param least how many points make a group
     */
    static int[] groups(double[][] points, int least) {
        ClusteringFactory factory = new ClusteringFactory();
        MutableDataset<ClusterID> dataset =
                new MutableDataset<>(new SimpleDataSourceProvenance("people", factory), factory);
        String[] names = new String[points[0].length];
        for (int axis = 0; axis < names.length; axis++) {
            names[axis] = "axis" + axis;
        }
        for (double[] point : points) {
            dataset.add(new ArrayExample<>(ClusteringFactory.UNASSIGNED_CLUSTER_ID, names, point));
        }
        HdbscanTrainer trainer = new HdbscanTrainer(
                least,
                DistanceType.L2.getDistance(),
                Math.min(NEIGHBOURS, points.length - 1),
                1,
                NeighboursQueryFactoryType.BRUTE_FORCE);
        HdbscanModel model = trainer.train(dataset);
        List<Integer> labels = model.getClusterLabels();
        // Tribuo numbers groups from 3 upwards and calls what is in none 0.
        List<Integer> groups =
                labels.stream().filter(label -> label != 0).distinct().sorted().toList();
        return labels.stream().mapToInt(groups::indexOf).toArray();
    }
}
