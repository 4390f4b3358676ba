package io.attune.profile;

import java.util.Locale;

/** How something that is known of a person must be handled, be it a feature or an attribute. */
public enum Privacy {
    /** Names nobody: rules and models read it, and it is stored in clear. */
    ORDINARY,
    /** Tells who or where the person is. As an attribute it is encrypted. */
    PERSONAL,
    /** Touches what the law protects particularly, or what the person said in confidence: no model
     * reads it unless it says so. As an attribute it is encrypted. */
    SENSITIVE;

    /** As definitions write it. */
    public static Privacy named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** As definitions and metadata write it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
