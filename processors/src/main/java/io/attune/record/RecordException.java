package io.attune.record;

import io.attune.error.AttuneException;
import io.attune.error.ErrorCategory;

/** A record is not in canonical form. The message names the field and what it takes, and quotes no personal data. */
public final class RecordException extends AttuneException {
    private static final long serialVersionUID = 1;

    public RecordException(String code, String message) {
        super(code, ErrorCategory.DATA, message);
    }

    public RecordException(String code, String message, Throwable cause) {
        super(code, ErrorCategory.DATA, message, cause);
    }
}
