package io.attune.identity;

import io.attune.error.AttuneException;
import io.attune.error.ErrorCategory;
import io.attune.record.StorableText;

/** Why somebody decided who is who. It is kept for ever, so it is short and names nobody. */
final class DecisionReason {
    private static final int LONGEST = 500;

    private DecisionReason() {}

    /**
     * The reason as it is kept.
     *
     * @throws AttuneException {@code REASON_TOO_LONG}
     */
    static String checked(String reason) {
        if (reason.length() > LONGEST) {
            throw new AttuneException(
                    "REASON_TOO_LONG",
                    ErrorCategory.DATA,
                    "the reason has " + reason.length() + " characters; it takes " + LONGEST
                            + " at most, and should name nobody");
        }
        return StorableText.of(reason.strip());
    }
}
