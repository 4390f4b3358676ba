package io.attune.eventlog;

import java.util.Locale;

/** The texts by which logs say that there is nothing. */
final class MissingText {
    private MissingText() {}

    static boolean is(String text) {
        return text.length() <= 4
                && switch (text.toLowerCase(Locale.ROOT)) {
                    case "", "null", "nan", "na", "n/a", "none", "\\n", "nat", "<na>" -> true;
                    default -> false;
                };
    }
}
