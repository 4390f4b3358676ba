package io.attune.api;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Hands the paths that routes serve to Camel's servlet. They ask for a write key or a signature, not for a user. */
@WebFilter(
        urlPatterns = {
            "/v1/track",
            "/v1/identify",
            "/v1/page",
            "/v1/screen",
            "/v1/group",
            "/v1/alias",
            "/v1/batch",
            "/v1/feedback/*",
            "/v1/unsubscribe/*"
        },
        dispatcherTypes = DispatcherType.REQUEST,
        asyncSupported = true)
public class IngestFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String CAMEL = "/camel";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        request.getRequestDispatcher(CAMEL + request.getRequestURI()).forward(request, response);
    }
}
