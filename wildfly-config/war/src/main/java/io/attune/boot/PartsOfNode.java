package io.attune.boot;

import io.attune.delivery.ChannelSwitch;
import io.attune.hub.Hub;
import io.attune.route.RouteLoader;
import io.attune.status.Definitions;
import io.attune.status.StatusMetrics;
import io.attune.status.StatusReader;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Clock;

/** Lends the running node's parts to whoever injects them while a request is served. */
@ApplicationScoped
public class PartsOfNode {
    @Inject
    private Node node;

    private Parts parts() {
        return node.running().orElseThrow(() -> new IllegalStateException("the node has not started"));
    }

    @Produces
    Hub hub() {
        return parts().hub();
    }

    @Produces
    Definitions definitions() {
        return new Definitions(hub(), routes());
    }

    @Produces
    Clock clock() {
        return parts().clock();
    }

    @Produces
    RouteLoader routes() {
        return parts().routes();
    }

    @Produces
    PrometheusMeterRegistry meters() {
        return parts().meters();
    }

    @Produces
    StatusReader status() {
        return parts().status();
    }

    @Produces
    StatusMetrics metrics() {
        return parts().metrics();
    }

    @Produces
    ChannelSwitch channels() {
        return parts().channels();
    }
}
