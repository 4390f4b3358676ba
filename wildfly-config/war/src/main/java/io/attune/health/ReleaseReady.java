package io.attune.health;

import io.attune.boot.Parts;
import io.attune.release.Releases;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Names the release that this node runs, and the nodes that run another. They do not make this node down: while a release
 * is rolled out, every node differs from some other.
 */
@Readiness
@ApplicationScoped
public class ReleaseReady extends Check {
    ReleaseReady() {
        super("release");
    }

    @Override
    HealthCheckResponseBuilder look(Parts parts, HealthCheckResponseBuilder answer) {
        Releases releases = parts.hub().releases();
        releases.ofNodes().forEach((node, release) -> {
            if (!release.equals(releases.current())) {
                answer.withData(node, "runs " + release);
            }
        });
        return answer.up().withData("release", releases.current());
    }
}
