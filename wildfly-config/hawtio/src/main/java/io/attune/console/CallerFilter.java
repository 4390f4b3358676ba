package io.attune.console;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Remembers, while a request is served, in which roles its user may change things; {@link RoleRestrictor} asks.
 * Thread-safe.
 */
public final class CallerFilter implements Filter {
    static final String ENGINEER = "engineer";
    static final String PRIVACY = "privacy";
    private static final List<String> CHANGING = List.of(ENGINEER, PRIVACY);

    private static final ThreadLocal<Set<String>> ROLES = ThreadLocal.withInitial(Set::of);

    /** Whether the caller may change what is left to a role: {@link #ENGINEER} or {@link #PRIVACY}. */
    static boolean callerMayChangeAs(String role) {
        return ROLES.get().contains(role);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        ROLES.set(roles(http));
        try {
            chain.doFilter(request, response);
        } finally {
            ROLES.remove();
        }
    }

    private static Set<String> roles(HttpServletRequest request) {
        Set<String> roles = new HashSet<>(CHANGING);
        roles.removeIf(role -> !request.isUserInRole(role));
        return "POST".equals(request.getMethod()) && comesFromConsole(request) ? roles : Set.of();
    }

    /**
     * A browser sends the password along with whatever another site makes it send, but then it names that site, on
     * every POST.
     */
    private static boolean comesFromConsole(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        return origin == null || origin.endsWith("://" + request.getHeader("Host"));
    }
}
