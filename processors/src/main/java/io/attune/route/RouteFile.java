package io.attune.route;

import java.util.List;
import java.util.Optional;

/**
 * What became of one route file.
 *
 * @param file path of the file, relative to the routes folder, with forward slashes
 * @param routes ids of the routes that run from this file, without those whose precondition does not hold; those of its last good version while {@code problem} is
 *     present
 * @param problem why the file on disk does not run, in words for the engineer who wrote it
 */
public record RouteFile(String file, List<String> routes, Optional<String> problem) {
    public RouteFile {
        routes = List.copyOf(routes);
    }
}
