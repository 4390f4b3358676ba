package io.attune.bench.tracking;

import io.attune.bench.Comparison;
import io.attune.bench.Workbench;
import io.attune.bench.tracking.SteadyShop.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

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
        WarmUp.take(workbench.progress(), name -> {
            double work = shop.run(hub, name + "-hub").workMicros();
            shop.run(bare, name + "-bare");
            return work;
        });
        List<Result> ofHub = new ArrayList<>();
        List<Result> ofBare = new ArrayList<>();
        for (int turn = 0; turn < workbench.turns(); turn++) {
            Result attune = shop.run(hub, "hub-" + turn);
            Result theirs = shop.run(bare, "bare-" + turn);
            if (workbench.counts(turn)) {
                ofHub.add(attune);
                ofBare.add(theirs);
            }
            workbench.progress().show("event to delivery", turn + 1L, workbench.turns());
        }
        return List.of(
                comparison(
                        "p50", "ms", ofHub, ofBare, result -> result.latencies().percentile(50)),
                comparison(
                        "p99", "ms", ofHub, ofBare, result -> result.latencies().percentile(99)),
                comparison("work of the server", "CPU µs/event", ofHub, ofBare, Result::workMicros));
    }

    private static Comparison comparison(
            String what, String unit, List<Result> hub, List<Result> bare, Function<Result, Double> figure) {
        return new Comparison(
                SUBJECT + what,
                unit,
                hub.stream().map(figure).toList(),
                BASELINE,
                bare.stream().map(figure).toList());
    }
}
