package io.attune.health;

import io.attune.boot.Node;
import io.attune.boot.Parts;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** A check of a running node; down while the node starts, and when the check itself fails. */
abstract class Check implements HealthCheck {
    private final String name;

    @Inject
    private Node node;

    Check(String name) {
        this.name = name;
    }

    /** Adds what was found, and whether it is well. */
    abstract HealthCheckResponseBuilder look(Parts parts, HealthCheckResponseBuilder answer) throws Exception;

    @Override
    public final HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named(name);
        return node.running()
                .map(parts -> look(parts))
                .orElseGet(() -> answer.down()
                        .withData("error", "the node is starting or did not start")
                        .build());
    }

    private HealthCheckResponse look(Parts parts) {
        try {
            return look(parts, HealthCheckResponse.named(name)).build();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return HealthCheckResponse.named(name)
                    .down()
                    .withData("error", "interrupted")
                    .build();
        } catch (Exception failure) {
            return HealthCheckResponse.named(name)
                    .down()
                    .withData("error", deepestReason(failure))
                    .build();
        }
    }

    private static String deepestReason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
