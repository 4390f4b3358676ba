package io.attune.profile;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which of several sources' statements about a person counts. Immutable.
 *
 * @param rules by attribute; the newest counts where an attribute has none
 */
public record Survivorship(Map<String, Rule> rules) {
    /** The newest counts, of every attribute. */
    public static final Survivorship NEWEST = new Survivorship(Map.of());

    /** How one statement is preferred to another. */
    public enum Rule {
        NEWEST,
        /** That of the source with the highest rank, and of its statements the newest. */
        MOST_TRUSTED,
        /** The longest, and of those as long the newest. */
        MOST_COMPLETE;

        /** As definitions write it, such as {@code most-trusted}. */
        public static Rule named(String name) {
            return valueOf(name.replace('-', '_').toUpperCase(Locale.ROOT));
        }

        /** As definitions write it. */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** These rules, and those of others where these have none. */
    Survivorship and(Survivorship others) {
        Map<String, Rule> all = new HashMap<>(others.rules());
        all.putAll(rules);
        return new Survivorship(all);
    }

    public Survivorship {
        rules = Map.copyOf(rules);
    }

    List<String> attributes(Rule rule) {
        return rules.entrySet().stream()
                .filter(entry -> entry.getValue() == rule)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
