package io.attune.sandbox.pages;

import io.attune.sandbox.SandboxException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The frame around every page of the inbox, and the one place where text becomes HTML. */
final class Page {
    private static final String FRAME = frame();

    private Page() {}

    /**
     * A whole page.
     *
     * @param tab the tab to mark: messages, members, contacts, services, or empty
     * @param content HTML
     */
    static String of(String title, String tab, String content) {
        String marked = tab.isEmpty() ? FRAME : FRAME.replace("data-tab=\"" + tab + "\"", "aria-current=\"page\"");
        return marked.replace("%TITLE%", text(title)).replace("%CONTENT%", content);
    }

    /** Text made harmless, for content and for quoted attributes. */
    static String text(String raw) {
        StringBuilder safe = new StringBuilder(raw.length() + 16);
        for (int at = 0; at < raw.length(); at++) {
            char character = raw.charAt(at);
            switch (character) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(character);
            }
        }
        return safe.toString();
    }

    private static String frame() {
        try (InputStream stream = Page.class.getResourceAsStream("page.html")) {
            if (stream == null) {
                throw new SandboxException("The resource page.html is missing from the sandbox");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
