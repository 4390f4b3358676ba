package io.attune.feature;

import java.util.Locale;

/** How a feature must be handled. */
public enum Privacy {
    /** Behaviour, as every feature of a person. */
    ORDINARY,
    /** Tells who or where the person is. */
    PERSONAL,
    /** Touches what the law protects particularly, or what the person said in confidence: no model reads it unless it says so. */
    SENSITIVE;

    static Privacy named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** As definitions and metadata write it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
