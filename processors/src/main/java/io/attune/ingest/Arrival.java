package io.attune.ingest;

import java.util.Locale;

/** How an original came to the hub. */
public enum Arrival {
    /** Its sender waits for the answer, so the hub's clock says when it was received. */
    LIVE,
    /** It waited somewhere (a topic, a table), nobody knows how long. */
    STORED,
    /** It is part of a source's first load: it tells of the past, however young it is. */
    HISTORY;

    /** The name as mappings see it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
