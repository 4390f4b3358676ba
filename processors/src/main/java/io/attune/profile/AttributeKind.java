package io.attune.profile;

import java.util.Set;

/** Which attributes are stored in clear: those that rules and models read and that name nobody. All others are encrypted. */
public final class AttributeKind {
    /** Attribute that says that the source deleted the entity: the node's other attributes then no longer count. */
    public static final String DELETED = "deleted";

    private static final Set<String> CLEAR = Set.of("country", "time_zone", "language", "group", "created_at", DELETED);

    private AttributeKind() {}

    public static boolean isClear(String name) {
        return CLEAR.contains(name);
    }

    /** What the ciphertext of an attribute is bound to. */
    public static String context(String name) {
        return "attribute:" + name;
    }
}
