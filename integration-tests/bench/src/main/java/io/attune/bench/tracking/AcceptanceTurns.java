package io.attune.bench.tracking;

import io.attune.bench.Comparison;
import io.attune.bench.Workbench;
import io.attune.bench.tracking.ClosedLoop.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;

/** How many events a server takes from connections that wait for each answer, in turns: single ones, then batches. */
final class AcceptanceTurns {
    private static final int BATCH = 100;
    private static final String BASELINE = "bare server";

    private final TrackingTarget hub;
    private final TrackingTarget bare;
    private final ShopEvents events;

    AcceptanceTurns(TrackingTarget hub, TrackingTarget bare, ShopEvents events) {
        this.hub = hub;
        this.bare = bare;
        this.events = events;
    }

    List<Comparison> measure(Workbench workbench) throws InterruptedException, ExecutionException {
        List<Comparison> comparisons = new ArrayList<>(measure(workbench, "track", "`/v1/track`", events::look, 1));
        comparisons.addAll(
                measure(workbench, "batch", "`/v1/batch`, " + BATCH + " at a time", () -> events.looks(BATCH), BATCH));
        return comparisons;
    }

    private List<Comparison> measure(
            Workbench workbench, String call, String subject, Supplier<byte[]> bodies, int eventsInBody)
            throws InterruptedException, ExecutionException {
        WarmUp.take(workbench.progress(), name -> {
            double work = ClosedLoop.run(hub, call, bodies).workMicros();
            ClosedLoop.run(bare, call, bodies);
            return work;
        });
        List<Result> ofHub = new ArrayList<>();
        List<Result> ofBare = new ArrayList<>();
        for (int turn = 0; turn < workbench.turns(); turn++) {
            Result attune = ClosedLoop.run(hub, call, bodies);
            Result theirs = ClosedLoop.run(bare, call, bodies);
            if (workbench.counts(turn)) {
                ofHub.add(attune);
                ofBare.add(theirs);
            }
            workbench.progress().show("POST /v1/" + call, turn + 1L, workbench.turns());
        }
        return List.of(
                comparison(subject, "events/s", ofHub, ofBare, result -> result.perSecond() * eventsInBody),
                comparison(
                        subject + ", work of the server",
                        "CPU µs/event",
                        ofHub,
                        ofBare,
                        result -> result.workMicros() / eventsInBody),
                comparison(
                        subject + ", p50",
                        "ms",
                        ofHub,
                        ofBare,
                        result -> result.latencies().percentile(50)),
                comparison(
                        subject + ", p99",
                        "ms",
                        ofHub,
                        ofBare,
                        result -> result.latencies().percentile(99)));
    }

    private static Comparison comparison(
            String subject, String unit, List<Result> hub, List<Result> bare, Function<Result, Double> figure) {
        return new Comparison(
                subject,
                unit,
                hub.stream().map(figure).toList(),
                BASELINE,
                bare.stream().map(figure).toList());
    }
}
