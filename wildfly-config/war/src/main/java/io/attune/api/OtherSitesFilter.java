package io.attune.api;

import io.attune.boot.Node;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Refuses what another site makes a browser send. A browser that knows a user's password sends it along with a form of any site;
 * but with whatever may change something it also names that site, in the header {@code Origin}. Programs send none.
 * Thread-safe.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class OtherSitesFilter implements ContainerRequestFilter {
    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    @Inject
    private Node node;

    @Override
    public void filter(ContainerRequestContext request) {
        String origin = request.getHeaderString("Origin");
        if (origin == null || READING.contains(request.getMethod())) {
            return;
        }
        Optional<URI> publicUrl =
                node.running().map(parts -> parts.configuration().hub().publicUrl());
        if (!isOurs(origin, Optional.ofNullable(request.getHeaderString(HttpHeaders.HOST)), publicUrl)) {
            request.abortWith(Problem.of(
                            403,
                            "A page of another site sent this. Open it from this server, under attune.public-url, or without"
                                    + " a browser.")
                    .response());
        }
    }

    /**
     * Whether a page is this server's own.
     *
     * @param host that the browser asked, which a proxy in front of the server may have changed
     */
    static boolean isOurs(String origin, Optional<String> host, Optional<URI> publicUrl) {
        return host.filter(asked -> origin.matches("https?://" + Pattern.quote(asked)))
                        .isPresent()
                || publicUrl.filter(url -> origin.equals(origin(url))).isPresent();
    }

    private static String origin(URI url) {
        return url.getScheme() + "://" + url.getAuthority();
    }
}
