package io.attune.api;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;

/** {@code GET /attune.js}: the browser library that sites include. */
@WebServlet("/attune.js")
public class SnippetServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String RESOURCE = "attune.js";

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setContentType("text/javascript; charset=utf-8");
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Cache-Control", "public, max-age=3600");
        response.setHeader("X-Content-Type-Options", "nosniff");
        try (InputStream script = SnippetServlet.class.getResourceAsStream(RESOURCE)) {
            if (script == null) {
                throw new ServletException(RESOURCE + " is not part of the WAR");
            }
            script.transferTo(response.getOutputStream());
        }
    }
}
