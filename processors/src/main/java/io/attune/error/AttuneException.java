package io.attune.error;

import java.util.Objects;

/**
 * An error of the hub. The code is stable and upper case with underscores, such as {@code CONFIGURATION_KEY_UNKNOWN}; the
 * message says what was found and what to do, and holds no personal data.
 */
public class AttuneException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;
    private final ErrorCategory category;

    public AttuneException(String code, ErrorCategory category, String message) {
        super(message);
        this.code = Objects.requireNonNull(code);
        this.category = Objects.requireNonNull(category);
    }

    public AttuneException(String code, ErrorCategory category, String message, Throwable cause) {
        super(message, cause);
        this.code = Objects.requireNonNull(code);
        this.category = Objects.requireNonNull(category);
    }

    public String code() {
        return code;
    }

    public ErrorCategory category() {
        return category;
    }
}
