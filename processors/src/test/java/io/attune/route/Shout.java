package io.attune.route;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A bean that only the live context knows. */
public final class Shout {
    /** What was said, by whatever route. */
    static final Set<String> SAID = ConcurrentHashMap.newKeySet();

    public String aloud(String text) {
        String loud = text.toUpperCase(Locale.ROOT);
        SAID.add(loud);
        return loud;
    }
}
