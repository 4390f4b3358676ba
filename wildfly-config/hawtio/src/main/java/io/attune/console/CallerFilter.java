package io.attune.console;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** Remembers, while a request is served, whether its user may change things; {@link RoleRestrictor} asks. Thread-safe. */
public final class CallerFilter implements Filter {
    private static final ThreadLocal<Boolean> MAY_CHANGE = ThreadLocal.withInitial(() -> false);

    static boolean callerMayChange() {
        return MAY_CHANGE.get();
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        MAY_CHANGE.set(mayChange(http));
        try {
            chain.doFilter(request, response);
        } finally {
            MAY_CHANGE.remove();
        }
    }

    private static boolean mayChange(HttpServletRequest request) {
        return (request.isUserInRole("engineer") || request.isUserInRole("admin"))
                && "POST".equals(request.getMethod())
                && comesFromConsole(request);
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
