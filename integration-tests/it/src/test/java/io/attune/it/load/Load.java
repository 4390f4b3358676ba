package io.attune.it.load;

import java.util.Set;

/** Web events to be sent, one after the other, so that a load needs no memory of its size. Not thread-safe. */
public interface Load {
    boolean hasNext();

    WebEvent next();

    /** The different good messages so far. */
    Set<String> messages();

    /** How many broken events there were so far; no two are equal. */
    int broken();
}
