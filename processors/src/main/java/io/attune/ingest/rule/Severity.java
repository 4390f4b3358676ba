package io.attune.ingest.rule;

import java.util.Locale;

/** What becomes of a record that breaks a rule. */
public enum Severity {
    /** It becomes a reject. */
    REJECT,
    /** It goes on and carries the flag {@code rule:NAME}. */
    FLAG;

    static Severity of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
