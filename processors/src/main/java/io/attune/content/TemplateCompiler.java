package io.attune.content;

import ch.digitalfondue.mjml4j.Mjml4j;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compiles templates, which is slow and done once. Thread-safe. */
public final class TemplateCompiler {

    private final TemplateEngine engine = new TemplateEngine();

    /**
     * An e-mail: MJML becomes HTML first, tokens and tags survive that, and are Jinjava's after.
     *
     * @throws TemplateException when the layout or a tag is broken
     */
    public Template email(String subject, String mjml) throws TemplateException {
        List<UsedToken> tokens = new ArrayList<>(TokenScan.of(mjml));
        TokenScan.of(subject).forEach(token -> tokens.add(new UsedToken(token.name(), 1)));
        engine.parse(mjml);
        String html = layout(mjml);
        return new Template(
                engine,
                Optional.of(engine.parse(subject)),
                Optional.of(engine.parse(html)),
                engine.parse(PlainText.of(html)),
                tokens);
    }

    /**
     * A text message.
     *
     * @throws TemplateException when a tag is broken
     */
    public Template text(String text) throws TemplateException {
        return new Template(engine, Optional.empty(), Optional.empty(), engine.parse(text), TokenScan.of(text));
    }

    private static String layout(String mjml) throws TemplateException {
        try {
            return Mjml4j.render(mjml, new Mjml4j.Configuration("en"));
        } catch (RuntimeException e) {
            throw new TemplateException(1, "this is not MJML: " + e.getMessage());
        }
    }
}
