package io.attune.frame;

import java.util.Locale;
import java.util.Set;

/** The texts by which tables say that there is no value. */
final class Missing {
    private static final Set<String> ALWAYS = Set.of("", "na", "n/a", "#n/a", "nan", "null", "<na>", "nil");
    private static final Set<String> AMONG_NUMBERS =
            Set.of("none", "-", "--", "?", ".", "unknown", "missing", "inf", "-inf", "infinity", "-infinity");

    private static final Set<String> UNANSWERED = Set.of("?", "??", "--", "---", ".", "..");

    private Missing() {}

    /** Whether a cell of a label says that there is no answer; + and - may be answers. */
    static boolean isUnanswered(String cell) {
        return is(cell) || UNANSWERED.contains(cell);
    }

    static boolean is(String cell) {
        return cell.length() <= 4 && ALWAYS.contains(cell.toLowerCase(Locale.ROOT));
    }

    /** Where every other cell is a number or a date, more words can only mean that there is none. */
    static boolean isAmongNumbers(String cell) {
        return is(cell) || (cell.length() <= 9 && AMONG_NUMBERS.contains(cell.toLowerCase(Locale.ROOT)));
    }
}
