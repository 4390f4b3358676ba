package io.attune.campaign;

import io.attune.content.PersonTokens;
import io.attune.content.Product;
import io.attune.content.Recommendation;
import io.attune.content.Template;
import io.attune.content.TemplateException;
import io.attune.content.Tokens;
import io.attune.content.UsedToken;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tries a template before anyone gets it: every token exists and has a fallback, and it renders for somebody of whom
 * nothing is known and for somebody of whom everything is.
 */
final class Preflight {

    private static final Map<String, Object> EVENT =
            Map.of("type", "Order Completed", "amount", 10.0, "currency", "EUR");

    private final PersonTokens persons;
    private final List<String> segments;

    Preflight(PersonTokens persons, List<String> segments) {
        this.persons = persons;
        this.segments = List.copyOf(segments);
    }

    /** What is wrong, each with the line in the template; empty when it may be used. */
    List<Finding> check(Template template, boolean triggeredByEvent, Map<String, String> fallbacks) {
        Set<Finding> findings = new LinkedHashSet<>();
        Set<String> personal = persons.personal().keySet();
        Set<String> known = Tokens.known(personal, triggeredByEvent);
        for (UsedToken token : template.tokens()) {
            if (!known.contains(token.name())) {
                findings.add(new Finding(
                        token.line(), "there is no token " + token.name() + "; there are " + String.join(", ", known)));
            } else if (personal.contains(token.name()) && !fallbacks.containsKey(token.name())) {
                findings.add(new Finding(
                        token.line(), "the token " + token.name() + " needs a fallback in the campaign's fallbacks"));
            }
        }
        if (findings.isEmpty()) {
            trial(template, values(Map.of(), List.of(), List.of(), triggeredByEvent, fallbacks))
                    .ifPresent(findings::add);
            trial(template, values(everything(), segments, products(), triggeredByEvent, fallbacks))
                    .ifPresent(findings::add);
        }
        return new ArrayList<>(findings);
    }

    private static Optional<Finding> trial(Template template, Map<String, Object> values) {
        try {
            Template.Rendered rendered = template.render(values);
            return rendered.text().isBlank() ? Optional.of(new Finding(1, "the message is empty")) : Optional.empty();
        } catch (TemplateException e) {
            return Optional.of(new Finding(e.line(), e.getMessage()));
        }
    }

    private Map<String, Object> values(
            Map<String, String> attributes,
            List<String> memberships,
            List<Recommendation> products,
            boolean triggeredByEvent,
            Map<String, String> fallbacks) {
        Map<String, Object> values = new HashMap<>(persons.values(
                attributes, memberships, products, "preflight", "https://example.com/unsubscribe", fallbacks));
        if (triggeredByEvent) {
            values.put(Tokens.EVENT, EVENT);
        }
        return values;
    }

    private Map<String, String> everything() {
        Map<String, String> everything = new HashMap<>();
        persons.personal().values().forEach(attribute -> everything.put(attribute, "something"));
        everything.putAll(Map.of("given_name", "Ada", "family_name", "Lovelace", "city", "London", "country", "GB"));
        return everything;
    }

    private static List<Recommendation> products() {
        Product product = new Product(
                "1",
                "Teapot",
                Optional.of("Kitchen"),
                Optional.of(new BigDecimal("24.90")),
                Optional.of("EUR"),
                Optional.of("https://example.com/teapot"),
                Optional.of("https://example.com/teapot.png"));
        return List.of(new Recommendation(product, "Others love this"));
    }

    /** Something wrong in a template. */
    record Finding(int line, String message) {}
}
