package io.attune.route;

import java.time.Instant;
import java.util.List;

/**
 * What the routes folder holds and how much of it runs.
 *
 * @param checkedAt when the folder was last compared with what runs
 * @param files one entry for every file that is on disk, or was and could not be removed; ordered by path
 */
public record RouteReport(Instant checkedAt, List<RouteFile> files) {
    public RouteReport {
        files = List.copyOf(files);
    }

    /** Tells whether every file on disk runs as it stands there. */
    public boolean complete() {
        return files.stream().allMatch(file -> file.problem().isEmpty());
    }

    /** The files whose newest version does not run. */
    public List<RouteFile> broken() {
        return files.stream().filter(file -> file.problem().isPresent()).toList();
    }

    /** The ids of all routes that run from files. */
    public List<String> routes() {
        return files.stream().flatMap(file -> file.routes().stream()).toList();
    }
}
