package io.attune.health;

import io.attune.boot.Parts;
import io.attune.route.RouteReport;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Up while every route and connector on disk, as it stands there, is in use here. */
@Readiness
@ApplicationScoped
public class RoutesReady extends Check {
    RoutesReady() {
        super("routes");
    }

    @Override
    HealthCheckResponseBuilder look(Parts parts, HealthCheckResponseBuilder answer) {
        RouteReport report = parts.routes().report();
        List<String> onDisk = report.routes();
        List<String> missing =
                onDisk.stream().filter(id -> parts.camel().getRoute(id) == null).toList();
        report.broken()
                .forEach(file -> answer.withData(file.file(), file.problem().orElse("")));
        Optional<String> connectors = parts.hub().connectors().problem();
        connectors.ifPresent(problem -> answer.withData("connectors-config", problem));
        missing.forEach(id -> answer.withData(id, "does not run; look for it in the log"));
        return answer.withData("files", report.files().size())
                .withData("routes", onDisk.size())
                .status(report.complete() && connectors.isEmpty() && missing.isEmpty() && !onDisk.isEmpty());
    }
}
