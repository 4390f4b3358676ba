package io.attune.health;

import io.attune.boot.Parts;
import io.attune.score.ScoringService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Up while every model of the registry has a version that scores. A version that cannot be loaded is named, and leaves the
 * one before it scoring, which is no reason to send nobody to this node any more.
 */
@Readiness
@ApplicationScoped
public class ModelsReady extends Check {
    ModelsReady() {
        super("models");
    }

    @Override
    HealthCheckResponseBuilder look(Parts parts, HealthCheckResponseBuilder answer) {
        ScoringService scoring = parts.hub().scoring();
        scoring.registry()
                .champions()
                .forEach(champion -> answer.withData(
                        champion.card().model(), "version " + champion.card().version()));
        scoring.problems().forEach(problem -> answer.withData(problem.model(), problem.message()));
        List<String> refused = parts.hub().models().problems();
        if (!refused.isEmpty()) {
            answer.withData("changes", String.join("; ", refused));
        }
        return answer.status(scoring.registry().unserved().isEmpty());
    }
}
