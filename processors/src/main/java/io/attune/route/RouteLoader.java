package io.attune.route;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.camel.CamelContext;
import org.apache.camel.model.ModelCamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the running routes equal to the files {@code **}{@code /*.camel.yaml} of a folder. A new or changed file is
 * validated (Camel's YAML schema, then a dry build) before it takes the place of what runs; a deleted file takes its
 * routes with it; a broken file changes nothing and is reported. Thread-safe; the context must be started.
 */
public final class RouteLoader {
    private static final Logger LOG = LoggerFactory.getLogger(RouteLoader.class);

    private final RouteFolder folder;
    private final Clock clock;
    private final RouteSchema schema = new RouteSchema();
    private final DryBuild dryBuild;
    private final LiveRoutes live;
    private final Map<String, RouteDocument> running = new TreeMap<>();
    private final Map<String, String> seen = new HashMap<>();
    private final Map<String, String> problems = new TreeMap<>();
    private volatile RouteReport report;

    public RouteLoader(CamelContext context, Path folder, Clock clock) {
        this.folder = new RouteFolder(folder);
        this.clock = clock;
        this.dryBuild = new DryBuild(context);
        this.live = new LiveRoutes((ModelCamelContext) context);
        this.report = new RouteReport(clock.instant(), List.of());
    }

    /** What ran and what was broken when the folder was last compared. */
    public RouteReport report() {
        return report;
    }

    /** Compares the folder with what runs, applies the difference, and tells what came of it. Never throws for a file. */
    public synchronized RouteReport refresh() {
        List<String> files = folder.files();
        removeDeleted(new HashSet<>(files));
        if (changed(files).stream().anyMatch(this::sharesConfiguration)) {
            // Routes are built with the route configurations of their time, so all are built anew.
            seen.clear();
        }
        List<String> changed = changed(files);
        changed.stream()
                .sorted(Comparator.comparing(file -> !servesOthers(file)))
                .forEach(this::apply);
        report = new RouteReport(clock.instant(), describe());
        return report;
    }

    private void removeDeleted(Set<String> files) {
        problems.keySet().removeIf(file -> !files.contains(file) && !running.containsKey(file));
        seen.keySet().retainAll(files);
        for (RouteDocument document : List.copyOf(running.values())) {
            if (!files.contains(document.file())) {
                removeRoutes(document);
            }
        }
    }

    private void removeRoutes(RouteDocument document) {
        try {
            live.remove(document);
            running.remove(document.file());
            problems.remove(document.file());
            LOG.info("Routes {} are gone with their file {}", document.routes(), document.file());
        } catch (Exception e) {
            problems.put(document.file(), "the file is deleted, but its routes did not stop: " + RootReason.of(e));
            LOG.error("Routes of the deleted file {} did not stop", document.file(), e);
        }
    }

    private List<String> changed(List<String> files) {
        return files.stream()
                .filter(file -> !Objects.equals(seen.get(file), text(file).orElse("")))
                .toList();
    }

    private boolean sharesConfiguration(String file) {
        boolean before = Optional.ofNullable(running.get(file))
                .map(document -> !document.configurations().isEmpty())
                .orElse(false);
        return before || text(file).orElse("").contains("routeConfiguration:");
    }

    private boolean servesOthers(String file) {
        return sharesConfiguration(file) || text(file).orElse("").contains("- beans:");
    }

    private Optional<String> text(String file) {
        try {
            return folder.read(file);
        } catch (RouteFileException e) {
            LOG.debug("{} cannot be read now; applying it reports why", file, e);
            return Optional.empty();
        }
    }

    private void apply(String file) {
        try {
            Optional<String> text = folder.read(file);
            if (text.isEmpty()) {
                return;
            }
            seen.put(file, text.get());
            RouteDocument document = RouteDocument.parse(file, text.get());
            validate(document);
            live.replace(Optional.ofNullable(running.get(file)), document);
            running.put(file, document);
            problems.remove(file);
            LOG.info("Routes {} run from {}", document.routes(), file);
        } catch (RouteFileException e) {
            problems.put(file, e.getMessage());
            LOG.error("{} changes nothing: {}", file, e.getMessage());
        }
    }

    private void validate(RouteDocument document) throws RouteFileException {
        schema.check(document);
        for (RouteDocument other : running.values()) {
            for (String route : document.routes()) {
                if (!other.file().equals(document.file()) && other.routes().contains(route)) {
                    throw new RouteFileException("route id '" + route + "' is taken by " + other.file());
                }
            }
        }
        dryBuild.check(document, shared(document.file()));
    }

    private List<RouteDocument> shared(String file) {
        return running.values().stream()
                .filter(document -> !document.configurations().isEmpty())
                .filter(document -> !document.file().equals(file))
                .toList();
    }

    private List<RouteFile> describe() {
        Set<String> names = new HashSet<>(running.keySet());
        names.addAll(problems.keySet());
        List<RouteFile> files = new ArrayList<>();
        for (String name : names.stream().sorted().toList()) {
            List<String> routes = Optional.ofNullable(running.get(name))
                    .map(RouteDocument::routes)
                    .orElse(List.of());
            files.add(new RouteFile(name, routes, Optional.ofNullable(problems.get(name))));
        }
        return files;
    }
}
