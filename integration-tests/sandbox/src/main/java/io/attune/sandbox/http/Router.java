package io.attune.sandbox.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the operation that a request means, by method and a path pattern such as {@code /lists/{list}}. */
public final class Router {
    private final String prefix;
    private final List<Route> routes = new ArrayList<>();

    /**
     * A router without routes.
     *
     * @param prefix what every path begins with; not part of the patterns
     */
    public Router(String prefix) {
        this.prefix = prefix;
    }

    /** What was found: the operation's name (method and pattern), its handler, and the request with its path parameters. */
    public record Match(String operation, Handler handler, Request request) {}

    private record Route(String method, String pattern, List<String> segments, Handler handler) {
        Optional<Map<String, String>> parameters(List<String> path) {
            if (path.size() != segments.size()) {
                return Optional.empty();
            }
            Map<String, String> values = new HashMap<>();
            for (int at = 0; at < path.size(); at++) {
                String segment = segments.get(at);
                int brace = segment.indexOf('}');
                if (brace > 0) {
                    String suffix = segment.substring(brace + 1);
                    String value = path.get(at);
                    if (!value.endsWith(suffix)) {
                        return Optional.empty();
                    }
                    values.put(
                            segment.substring(1, brace),
                            URLDecoder.decode(
                                    value.substring(0, value.length() - suffix.length()), StandardCharsets.UTF_8));
                } else if (!segment.equals(path.get(at))) {
                    return Optional.empty();
                }
            }
            return Optional.of(values);
        }
    }

    /** Earlier routes win. Not for use while requests are served. */
    public Router route(String method, String pattern, Handler handler) {
        routes.add(new Route(method, pattern, segments(pattern), handler));
        return this;
    }

    public Optional<Match> match(Request request) {
        List<String> path = segments(request.path().substring(prefix.length()));
        for (Route route : routes) {
            if (route.method().equals(request.method())) {
                Optional<Map<String, String>> parameters = route.parameters(path);
                if (parameters.isPresent()) {
                    return Optional.of(new Match(
                            route.method() + " " + route.pattern(),
                            route.handler(),
                            request.withParameters(parameters.get())));
                }
            }
        }
        return Optional.empty();
    }

    private static List<String> segments(String path) {
        return List.of(path.split("/", -1));
    }
}
