package io.attune.route;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
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
    private final KameletFolder kamelets;
    private final Map<String, RouteDocument> running = new TreeMap<>();
    private final Map<String, String> seen = new HashMap<>();
    private final Map<String, String> problems = new TreeMap<>();
    private volatile RouteReport report;

    /**
     * Makes one that has loaded nothing yet.
     *
     * @param folder of the route files
     * @param kamelets folder of the Kamelets that they may name
     */
    public RouteLoader(CamelContext context, Path folder, Path kamelets, Clock clock) {
        this.folder = new RouteFolder(folder);
        this.clock = clock;
        this.kamelets = new KameletFolder(kamelets);
        this.kamelets.serve(context);
        this.dryBuild = new DryBuild(context, this.kamelets);
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
        boolean otherKamelets = kamelets.changed();
        if (otherKamelets) {
            live.forgetKamelets();
        }
        if (otherKamelets || changed(files).stream().anyMatch(this::sharesConfiguration)) {
            // Routes are built with the route configurations and Kamelets of their time, so all are built anew.
            seen.clear();
        }
        List<String> changed = changed(files);
        apply(changed.stream()
                .sorted(Comparator.comparing(file -> !servesOthers(file)))
                .toList());
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

    private void apply(List<String> files) {
        Map<String, RouteDocument> valid = new LinkedHashMap<>();
        files.forEach(file -> read(file).ifPresent(document -> valid.put(file, document)));
        // One trial for all is fast; only where it fails is each tried alone, to tell whose fault it is.
        boolean built = buildsTogether(valid.values());
        for (RouteDocument document : valid.values()) {
            try {
                if (!built) {
                    dryBuild.check(beside(document));
                }
                swap(document);
            } catch (RouteFileException e) {
                report(document.file(), e);
            }
        }
    }

    private Optional<RouteDocument> read(String file) {
        try {
            Optional<String> text = folder.read(file);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            seen.put(file, text.get());
            RouteDocument document = RouteDocument.parse(file, text.get());
            schema.check(document);
            return Optional.of(document);
        } catch (RouteFileException e) {
            report(file, e);
            return Optional.empty();
        }
    }

    private boolean buildsTogether(Collection<RouteDocument> documents) {
        if (documents.size() < 2) {
            return false;
        }
        List<RouteDocument> all = new ArrayList<>(documents);
        shared().filter(other ->
                        documents.stream().noneMatch(document -> document.file().equals(other.file())))
                .forEach(all::add);
        try {
            dryBuild.check(all);
            return true;
        } catch (RouteFileException e) {
            LOG.debug("Not all of the files can be built; each is tried alone", e);
            return false;
        }
    }

    private List<RouteDocument> beside(RouteDocument document) {
        List<RouteDocument> all = new ArrayList<>(
                shared().filter(other -> !other.file().equals(document.file())).toList());
        all.add(document);
        return all;
    }

    private Stream<RouteDocument> shared() {
        return running.values().stream()
                .filter(document -> !document.configurations().isEmpty());
    }

    private void swap(RouteDocument document) throws RouteFileException {
        checkUnique(document);
        live.replace(Optional.ofNullable(running.get(document.file())), document);
        running.put(document.file(), document);
        problems.remove(document.file());
        LOG.info("Routes {} run from {}", document.routes(), document.file());
    }

    private void checkUnique(RouteDocument document) throws RouteFileException {
        for (RouteDocument other : running.values()) {
            for (String route : document.routes()) {
                if (!other.file().equals(document.file()) && other.routes().contains(route)) {
                    throw new RouteFileException("route id '" + route + "' is taken by " + other.file());
                }
            }
        }
    }

    private void report(String file, RouteFileException problem) {
        problems.put(file, problem.getMessage());
        LOG.error("{} changes nothing: {}", file, problem.getMessage());
    }

    private List<RouteFile> describe() {
        Set<String> names = new HashSet<>(running.keySet());
        names.addAll(problems.keySet());
        List<RouteFile> files = new ArrayList<>();
        for (String name : names.stream().sorted().toList()) {
            List<String> routes =
                    Optional.ofNullable(running.get(name)).map(live::running).orElse(List.of());
            files.add(new RouteFile(name, routes, Optional.ofNullable(problems.get(name))));
        }
        return files;
    }
}
