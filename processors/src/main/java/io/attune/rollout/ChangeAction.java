package io.attune.rollout;

import java.util.Locale;

/** What is asked of the nodes. */
public enum ChangeAction {
    /** Keep a version that does not score yet. */
    UPLOAD,
    /** Let a version score. */
    PROMOTE,
    /** Let the version score that did before. */
    ROLLBACK,
    /** Let a version score in the champion's shadow. */
    CHALLENGE,
    /** Let a version score in the shadow no more. */
    RETIRE;

    /** As the database and the interfaces call it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ChangeAction of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }

    boolean namesTheChampion() {
        return this == PROMOTE || this == ROLLBACK;
    }
}
