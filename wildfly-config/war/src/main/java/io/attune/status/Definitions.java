package io.attune.status;

import io.attune.definition.DefinitionException;
import io.attune.definition.DefinitionProblem;
import io.attune.error.AttuneException;
import io.attune.hub.Hub;
import io.attune.route.RouteLoader;
import io.attune.route.RouteReport;
import java.util.ArrayList;
import java.util.List;

/** The definitions that a node runs: says which are broken, and reads them again. Thread-safe. */
public final class Definitions {
    private final Hub hub;
    private final RouteLoader routes;

    public Definitions(Hub hub, RouteLoader routes) {
        this.hub = hub;
        this.routes = routes;
    }

    /**
     * How the definitions stand.
     *
     * @param release hash of what this node runs
     * @param models models with a champion
     * @param problems what does not run as it stands on disk, and why
     */
    public record Report(String release, int routeFiles, int routes, List<String> models, List<String> problems) {
        public Report {
            models = List.copyOf(models);
            problems = List.copyOf(problems);
        }
    }

    /** As they stand. */
    public Report report() {
        return report(routes.report(), List.of());
    }

    /** Reads routes, models, segments, campaigns, mappings and rules again and records what runs now. What is broken changes nothing. */
    public Report reload() {
        hub.connectors().refresh();
        RouteReport loaded = routes.refresh();
        hub.scoring().registry().reload();
        hub.kinds().reload();
        List<String> mistakes = new ArrayList<>(reread(hub::rereadCampaigns));
        mistakes.addAll(reread(hub::rereadMappings));
        hub.releases().activate();
        return report(loaded, mistakes);
    }

    private static List<String> reread(Runnable files) {
        try {
            files.run();
            return List.of();
        } catch (DefinitionException e) {
            return e.problems().stream().map(DefinitionProblem::describe).toList();
        } catch (AttuneException e) {
            return List.of(e.getMessage());
        }
    }

    private Report report(RouteReport loaded, List<String> mistakes) {
        List<String> problems = new ArrayList<>(mistakes);
        loaded.broken()
                .forEach(file -> problems.add(
                        "routes/" + file.file() + ": " + file.problem().orElse("")));
        hub.connectors().problem().ifPresent(problems::add);
        hub.scoring()
                .problems()
                .forEach(problem -> problems.add("model " + problem.model() + ": " + problem.message()));
        hub.kinds().problems().forEach(problem -> problems.add("model " + problem.model() + ": " + problem.message()));
        return new Report(
                hub.releases().current(),
                loaded.files().size(),
                loaded.routes().size(),
                hub.scoring().registry().champions().stream()
                        .map(champion ->
                                champion.card().model() + " " + champion.card().version())
                        .toList(),
                problems);
    }
}
