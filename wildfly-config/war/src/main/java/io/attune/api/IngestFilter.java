package io.attune.api;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/**
 * Hands the paths that routes serve to Camel's servlet. They ask for a write key or a signature, not for a user.
 *
 * <p>Browsers of every site may call the collecting ones: a write key stands in every page that uses it, no cookie counts,
 * and it opens nothing but the way in.
 */
@WebFilter(
        urlPatterns = {
            "/v1/track",
            "/v1/identify",
            "/v1/page",
            "/v1/screen",
            "/v1/group",
            "/v1/alias",
            "/v1/batch/*",
            "/v1/import/*",
            "/v1/t",
            "/v1/i",
            "/v1/p",
            "/v1/s",
            "/v1/g",
            "/v1/a",
            "/v1/b",
            "/mp/collect",
            "/import",
            "/pixel.gif",
            "/v1/feedback/*",
            "/v1/unsubscribe/*"
        },
        dispatcherTypes = DispatcherType.REQUEST,
        asyncSupported = true)
public class IngestFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String CAMEL = "/camel";
    /** The short names that Segment's browser library calls, and the batch of its importers. */
    private static final Map<String, String> SYNONYMS = Map.of(
            "/v1/t", "/v1/track",
            "/v1/i", "/v1/identify",
            "/v1/p", "/v1/page",
            "/v1/s", "/v1/screen",
            "/v1/g", "/v1/group",
            "/v1/a", "/v1/alias",
            "/v1/b", "/v1/batch",
            "/v1/import", "/v1/batch");

    private static final String A_DAY = "86400";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = withoutLastSlash(request.getRequestURI());
        if (collects(path)) {
            response.setHeader("Access-Control-Allow-Origin", "*");
            if ("OPTIONS".equals(request.getMethod())) {
                preflight(response);
                return;
            }
        }
        request.getRequestDispatcher(CAMEL + SYNONYMS.getOrDefault(path, path)).forward(request, response);
    }

    /** Segment's Java library calls {@code /v1/import/}. */
    private static String withoutLastSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static boolean collects(String path) {
        return !path.startsWith("/v1/feedback/") && !path.startsWith("/v1/unsubscribe/");
    }

    private static void preflight(HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Methods", "GET, POST");
        response.setHeader("Access-Control-Allow-Headers", "Authorization, Content-Type, Content-Encoding");
        response.setHeader("Access-Control-Max-Age", A_DAY);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
