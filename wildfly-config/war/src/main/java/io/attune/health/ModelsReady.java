package io.attune.health;

import io.attune.boot.Parts;
import io.attune.score.ScoringService;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Up while every model of the registry has a champion that is loaded. */
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
        return answer.status(scoring.problems().isEmpty());
    }
}
