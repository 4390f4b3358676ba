package io.attune.record;

import java.util.Locale;

/** What a person said of a channel and purpose. */
public enum ConsentState {
    GRANTED,
    WITHDRAWN;

    /** The name as JSON and the database write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The state of a name.
     *
     * @throws IllegalArgumentException when the name is none of ours
     */
    public static ConsentState of(String code) {
        for (ConsentState state : values()) {
            if (state.code().equals(code)) {
                return state;
            }
        }
        throw new IllegalArgumentException("consent state '" + code + "' is neither granted nor withdrawn");
    }
}
