package io.attune.health;

import io.attune.boot.Node;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Up while the node starts and while Camel runs; otherwise only a restart helps. */
@Liveness
@ApplicationScoped
public class NodeLives implements HealthCheck {
    @Inject
    private Node node;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("camel")
                .status(node.running().map(parts -> parts.camel().isStarted()).orElse(true))
                .build();
    }
}
