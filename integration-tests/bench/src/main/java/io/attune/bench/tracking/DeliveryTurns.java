package io.attune.bench.tracking;

import io.attune.bench.Comparison;
import io.attune.bench.Workbench;
import java.util.ArrayList;
import java.util.List;

/** From an event to its message, in turns. */
final class DeliveryTurns {
    private static final String SUBJECT = "event to delivery at " + SteadyShop.RATE + " events/s, ";
    private static final String BASELINE = "bare server and relay";

    private final TrackingTarget hub;
    private final TrackingTarget bare;
    private final SteadyShop shop;

    DeliveryTurns(TrackingTarget hub, TrackingTarget bare, SteadyShop shop) {
        this.hub = hub;
        this.bare = bare;
        this.shop = shop;
    }

    List<Comparison> measure(Workbench workbench) {
        List<Latencies> ofHub = new ArrayList<>();
        List<Latencies> ofBare = new ArrayList<>();
        for (int turn = 0; turn < workbench.turns(); turn++) {
            Latencies attune = shop.run(hub, "hub-" + turn);
            Latencies theirs = shop.run(bare, "bare-" + turn);
            if (workbench.counts(turn)) {
                ofHub.add(attune);
                ofBare.add(theirs);
            }
            workbench.progress().show("event to delivery", turn + 1L, workbench.turns());
        }
        return List.of(comparison(50, ofHub, ofBare), comparison(99, ofHub, ofBare));
    }

    private static Comparison comparison(int percent, List<Latencies> hub, List<Latencies> bare) {
        return new Comparison(
                SUBJECT + "p" + percent, "ms", percentiles(percent, hub), BASELINE, percentiles(percent, bare));
    }

    private static List<Double> percentiles(int percent, List<Latencies> latencies) {
        return latencies.stream().map(each -> each.percentile(percent)).toList();
    }
}
