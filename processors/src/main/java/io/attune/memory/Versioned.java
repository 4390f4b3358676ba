package io.attune.memory;

import java.io.Serializable;

/** Encrypted content of a profile's version; without content it only says that what is older is out of date. */
final class Versioned implements Serializable {
    private static final long serialVersionUID = 1;
    private static final byte[] NOTHING = {};

    private final long version;
    private final byte[] content;

    Versioned(long version, byte[] content) {
        this.version = version;
        this.content = content;
    }

    static Versioned outdated(long version) {
        return new Versioned(version, NOTHING);
    }

    boolean replaces(Versioned held) {
        return version > held.version || (version == held.version && !held.hasContent());
    }

    boolean hasContent() {
        return content.length > 0;
    }

    byte[] content() {
        return content;
    }
}
