package io.attune.quality;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps names that strangers choose, such as types of events, from growing without end: behind the first ones comes {@code other}. Thread-safe. */
final class Bounds {
    private static final String OTHER = "other";

    private final int most;
    private final Map<String, Set<String>> known = new ConcurrentHashMap<>();

    Bounds(int most) {
        this.most = most;
    }

    /** The name itself, while there are not too many within the same scope. */
    String name(String scope, String name) {
        Set<String> names = known.computeIfAbsent(scope, each -> new HashSet<>());
        synchronized (names) {
            return names.contains(name) || (names.size() < most && names.add(name)) ? name : OTHER;
        }
    }
}
