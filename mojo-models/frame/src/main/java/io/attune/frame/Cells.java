package io.attune.frame;

import java.util.HashMap;
import java.util.Map;

/**
 * The cells of one column as they are read: stripped, inner white space made single, and equal texts kept once as long as
 * they are few, since a column of few values would otherwise fill the memory. Not safe to share between threads.
 */
final class Cells {
    /** A column with more values is one of measurements or keys, of which remembering each would cost more than it saves. */
    private static final int MOST_KEPT = 10_000;

    private final Map<String, String> kept = new HashMap<>();

    String read(String field) {
        String cell = clean(field);
        String same = kept.get(cell);
        if (same == null && kept.size() < MOST_KEPT) {
            kept.put(cell, cell);
        }
        return same == null ? cell : same;
    }

    static String clean(String field) {
        return isClean(field) ? field : singleBlanks(field);
    }

    private static boolean isClean(String field) {
        boolean blankBefore = true;
        for (int index = 0; index < field.length(); index++) {
            char character = field.charAt(index);
            boolean blank = isBlank(character);
            if (blank && (blankBefore || character != ' ')) {
                return false;
            }
            blankBefore = blank;
        }
        return field.isEmpty() || !blankBefore;
    }

    private static String singleBlanks(String field) {
        StringBuilder cleaned = new StringBuilder(field.length());
        for (int index = 0; index < field.length(); index++) {
            char character = field.charAt(index);
            if (!isBlank(character)) {
                cleaned.append(character);
            } else if (!cleaned.isEmpty() && cleaned.charAt(cleaned.length() - 1) != ' ') {
                cleaned.append(' ');
            }
        }
        return cleaned.toString().stripTrailing();
    }

    /** Spreadsheets write blanks that do not break, too, and marks of no width. */
    private static boolean isBlank(char character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || character == '\uFEFF'
                || character == '\u200B';
    }
}
