package io.attune.bench.tracking;

import io.attune.bench.Comparison;
import io.attune.bench.Part;
import io.attune.bench.Topic;
import io.attune.bench.Workbench;
import io.attune.command.HubServer;
import io.attune.it.environment.Environment;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;

/**
 * The provisioned server beside {@link BareServer}: first how long a message takes from its event at a steady rate, then
 * how many events the tracking interface takes while the profile route stands still, so that only the taking is measured.
 */
public final class ServerPart implements Part {
    private static final long SEED = 3;
    private static final int WARM_UP = 4;

    @Override
    public List<Comparison> measure(Workbench workbench) {
        try (Environment environment = Environment.start();
                BareProcess bareProcess = bare(environment)) {
            String writeKey = environment.sandbox().secrets().webWriteKey();
            HubServer server = environment.nodes().first();
            TrackingTarget hub = new TrackingTarget(
                    server.node().url(), writeKey, server.process().id());
            TrackingTarget bare = new TrackingTarget(bareProcess.url(), writeKey, bareProcess.id());
            ShopEvents events = new ShopEvents(Clock.systemUTC(), new Random(SEED));
            SteadyShop shop =
                    new SteadyShop(events, environment.sandbox().standIns().inbox(), Clock.systemUTC());
            warmUp(workbench, hub, bare, events);
            List<Comparison> comparisons = new ArrayList<>(new DeliveryTurns(hub, bare, shop).measure(workbench));
            try (StandingRoute standing =
                    StandingRoute.of(environment, "profile/profile.camel.yaml", "profile-consume")) {
                comparisons.addAll(new AcceptanceTurns(hub, bare, events).measure(workbench));
            }
            return comparisons;
        } catch (Exception failed) {
            throw new IllegalStateException("the server could not be measured", failed);
        }
    }

    private static BareProcess bare(Environment environment) {
        Topic.create(environment.sandbox().kafka().bootstrapServers(), BareServer.TOPIC);
        return BareProcess.start(environment);
    }

    /** A server that has just started takes no steady stream. */
    private static void warmUp(Workbench workbench, TrackingTarget hub, TrackingTarget bare, ShopEvents events)
            throws InterruptedException, ExecutionException {
        for (int turn = 0; turn < WARM_UP; turn++) {
            ClosedLoop.run(hub, "track", events::look);
            ClosedLoop.run(bare, "track", events::look);
            workbench.progress().show("warming up", turn + 1L, WARM_UP);
        }
    }
}
