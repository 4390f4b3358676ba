package io.attune.content;

import com.hubspot.jinjava.tree.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A compiled template: parsed once, rendered for each person. Thread-safe. */
public final class Template {

    private static final Pattern EMPTY_LINES = Pattern.compile("[ \\t]*\n(?:[ \\t]*\n)+[ \\t]*");

    private final TemplateEngine engine;
    private final Optional<Node> subject;
    private final Optional<Node> html;
    private final Node text;
    private final List<UsedToken> tokens;

    Template(TemplateEngine engine, Optional<Node> subject, Optional<Node> html, Node text, List<UsedToken> tokens) {
        this.engine = engine;
        this.subject = subject;
        this.html = html;
        this.text = text;
        this.tokens = List.copyOf(tokens);
    }

    /** Every name that it reads, in any branch. */
    public List<UsedToken> tokens() {
        return tokens;
    }

    public boolean isEmail() {
        return html.isPresent();
    }

    /**
     * Fills it in.
     *
     * @throws TemplateException when a name has no value or the result is too large
     */
    public Rendered render(Map<String, Object> values) throws TemplateException {
        Optional<String> title = subject.isEmpty()
                ? Optional.empty()
                : Optional.of(oneLine(engine.render(subject.get(), values, false)));
        Optional<String> page =
                html.isEmpty() ? Optional.empty() : Optional.of(engine.render(html.get(), values, true));
        return new Rendered(title, page, tidy(engine.render(text, values, false)));
    }

    // Branches that were not taken leave empty lines behind.
    private static String tidy(String text) {
        return EMPTY_LINES.matcher(text).replaceAll("\n\n").strip();
    }

    // A line break in a subject would begin another header.
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }

    /**
     * What a person reads.
     *
     * @param subject and {@code html} of e-mails only
     */
    public record Rendered(Optional<String> subject, Optional<String> html, String text) {}
}
