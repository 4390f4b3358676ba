package io.attune.eventlog;

import java.util.regex.Pattern;

/** Reads amounts as people write them: {@code 2.55}, {@code -1}, {@code $1,234.50}, {@code 2,55}. */
final class Amount {
    private static final Pattern DECORATION = Pattern.compile("[\\s\\u00a0$€£¥']");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?\\d+,\\d{1,2}|[+-]?\\d{1,3}(\\.\\d{3})+,\\d+");

    private Amount() {}

    /** The amount; 0 for an empty text, NaN for what is no number. */
    static double parse(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        try {
            return finite(Double.parseDouble(text));
        } catch (NumberFormatException decorated) {
            return parseDecorated(text);
        }
    }

    private static double parseDecorated(String text) {
        String plain = DECORATION.matcher(text).replaceAll("");
        boolean bracketed = plain.startsWith("(") && plain.endsWith(")");
        String digits = bracketed ? "-" + plain.substring(1, plain.length() - 1) : plain;
        String english = DECIMAL_COMMA.matcher(digits).matches()
                ? digits.replace(".", "").replace(',', '.')
                : digits.replace(",", "");
        try {
            return finite(Double.parseDouble(english));
        } catch (NumberFormatException noNumber) {
            return Double.NaN;
        }
    }

    private static double finite(double value) {
        return Double.isInfinite(value) ? Double.NaN : value;
    }
}
