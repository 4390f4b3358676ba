package io.attune.status;

import io.attune.boot.Parts;
import io.attune.definition.DefinitionException;
import io.attune.definition.DefinitionProblem;
import io.attune.error.AttuneException;
import io.attune.route.RouteReport;
import java.util.ArrayList;
import java.util.List;

/** The definitions that a node runs: says which are broken, and reads them again. Thread-safe. */
public final class Definitions {
    private final Parts parts;

    public Definitions(Parts parts) {
        this.parts = parts;
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
        return report(parts.routes().report(), List.of());
    }

    /** Reads routes, models, segments, campaigns, mappings and rules again and records what runs now. What is broken changes nothing. */
    public Report reload() {
        parts.hub().connectors().refresh();
        RouteReport routes = parts.routes().refresh();
        parts.hub().scoring().registry().reload();
        parts.hub().kinds().reload();
        List<String> mistakes = new ArrayList<>(reread(parts.hub()::rereadCampaigns));
        mistakes.addAll(reread(parts.hub()::rereadMappings));
        parts.hub().releases().activate();
        return report(routes, mistakes);
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

    private Report report(RouteReport routes, List<String> mistakes) {
        List<String> problems = new ArrayList<>(mistakes);
        routes.broken()
                .forEach(file -> problems.add(
                        "routes/" + file.file() + ": " + file.problem().orElse("")));
        parts.hub().connectors().problem().ifPresent(problems::add);
        parts.hub()
                .scoring()
                .problems()
                .forEach(problem -> problems.add("model " + problem.model() + ": " + problem.message()));
        parts.hub()
                .kinds()
                .problems()
                .forEach(problem -> problems.add("model " + problem.model() + ": " + problem.message()));
        return new Report(
                parts.hub().releases().current(),
                routes.files().size(),
                routes.routes().size(),
                parts.hub().scoring().registry().champions().stream()
                        .map(champion ->
                                champion.card().model() + " " + champion.card().version())
                        .toList(),
                problems);
    }
}
