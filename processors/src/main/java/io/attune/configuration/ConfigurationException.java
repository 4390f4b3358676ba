package io.attune.configuration;

import io.attune.error.AttuneException;
import io.attune.error.ErrorCategory;

/** The configuration does not allow a start; the message names the key, what was found, and what is allowed. */
public final class ConfigurationException extends AttuneException {
    private static final long serialVersionUID = 1;

    ConfigurationException(String code, String message) {
        super(code, ErrorCategory.USER, message);
    }

    ConfigurationException(String code, String message, Throwable cause) {
        super(code, ErrorCategory.USER, message, cause);
    }
}
