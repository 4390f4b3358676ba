package io.attune.trainer.segments;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.segmentation.Cluster;
import io.attune.segmentation.ScaledFeature;
import io.attune.segmentation.SegmentModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class StableNamesTest {
    private static final List<ScaledFeature> FEATURES =
            List.of(new ScaledFeature("orders", false, 10, 5), new ScaledFeature("visits", false, 100, 20));
    private static final Descriptions DESCRIPTIONS = new Descriptions(List.of(
            new Wording("orders", "buys often", "rarely buys"),
            new Wording("visits", "visits often", "rarely visits")));
    private static final double[][] CENTRES = {{2, 0}, {-1, 1.5}, {0, -2}, {0.1, 0.1}};
    private static final double[] SHARES = {0.1, 0.2, 0.3, 0.4};

    @Test
    void namesGroupsByWhatSetsThemApart() {
        assertThat(first().clusters())
                .extracting(Cluster::id, Cluster::name)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, "Average"),
                        org.assertj.core.groups.Tuple.tuple(2, "Rarely visits"),
                        org.assertj.core.groups.Tuple.tuple(3, "Visits often, rarely buys"),
                        org.assertj.core.groups.Tuple.tuple(4, "Buys often"));
        assertThat(first().clusters())
                .extracting(Cluster::description)
                .containsExactly("average in everything", "rarely visits", "visits often, rarely buys", "buys often");
    }

    /** The order in which K-Means finds groups is chance, and so is a small shift of their centres. */
    @Property(tries = 100)
    void groupsKeepTheirNamesWhateverTheirOrder(@ForAll long seed) {
        Random random = new Random(seed);
        List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3));
        Collections.shuffle(order, random);
        double[][] shuffled = order.stream()
                .map(group -> new double[] {
                    CENTRES[group][0] + 0.2 * random.nextDouble(), CENTRES[group][1] - 0.2 * random.nextDouble()
                })
                .toArray(double[][]::new);

        List<Cluster> again = names(Optional.of(first())).name(shuffled, SHARES);

        Map<String, Cluster> before = byName(first().clusters());
        assertThat(again).allSatisfy(cluster -> {
            Cluster same = before.get(cluster.name());
            assertThat(cluster.id()).isEqualTo(same.id());
            assertThat(Points.distance(cluster.centre(), same.centre())).isLessThan(0.3);
        });
    }

    @Test
    void groupsKeepTheirNamesWhenTheScalingChanges() {
        List<ScaledFeature> other =
                List.of(new ScaledFeature("visits", false, 90, 40), new ScaledFeature("orders", false, 12, 10));
        double[][] centres = new double[CENTRES.length][2];
        for (int group = 0; group < centres.length; group++) {
            centres[group][0] = other.get(0).scale(FEATURES.get(1).value(CENTRES[group][1]));
            centres[group][1] = other.get(1).scale(FEATURES.get(0).value(CENTRES[group][0]));
        }
        List<Cluster> again = new StableNames(other, DESCRIPTIONS, Optional.of(first())).name(centres, SHARES);

        assertThat(byName(again)).hasSize(4);
        assertThat(again)
                .extracting(Cluster::id, Cluster::name)
                .containsExactlyElementsOf(first().clusters().stream()
                        .map(cluster -> org.assertj.core.groups.Tuple.tuple(cluster.id(), cluster.name()))
                        .toList());
    }

    @Test
    void aNewGroupGetsAnIdThatWasNeverUsed() {
        double[][] five = {CENTRES[0], CENTRES[1], CENTRES[2], CENTRES[3], {3.5, 3.5}};
        List<Cluster> grown = names(Optional.of(first())).name(five, new double[] {0.1, 0.2, 0.3, 0.3, 0.1});
        SegmentModel second = new SegmentModel(FEATURES, new double[0][], grown, 5);
        SegmentModel third = new SegmentModel(
                FEATURES, new double[0][], names(Optional.of(second)).name(CENTRES, SHARES), 5);

        List<Cluster> fourth = names(Optional.of(third)).name(five, new double[] {0.1, 0.2, 0.3, 0.3, 0.1});

        assertThat(grown).extracting(Cluster::id).containsExactly(1, 2, 3, 4, 5);
        assertThat(third.clusters()).extracting(Cluster::id).containsExactly(1, 2, 3, 4);
        assertThat(fourth).extracting(Cluster::id).containsExactly(1, 2, 3, 4, 6);
        assertThat(byName(fourth)).hasSize(5);
    }

    private static SegmentModel first() {
        return new SegmentModel(
                FEATURES, new double[0][], names(Optional.empty()).name(CENTRES, SHARES), 4);
    }

    private static StableNames names(Optional<SegmentModel> former) {
        return new StableNames(FEATURES, DESCRIPTIONS, former);
    }

    private static Map<String, Cluster> byName(List<Cluster> clusters) {
        return clusters.stream().collect(Collectors.toMap(Cluster::name, Function.identity()));
    }
}
