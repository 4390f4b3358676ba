package io.attune.identity.matching.text;

import java.util.Locale;

/** Telephone numbers as the digits that tell lines apart: without country prefix and trunk zero as far as these show themselves. */
public final class Phones {
    private static final int SIGNIFICANT = 9;

    /** Numbers that share at least this many last digits, up to the shorter one's end, are the same line. */
    public static final int LEAST_COMMON = 7;

    private Phones() {}

    /** The last nine digits without leading zeros; empty where fewer than four digits are left. */
    public static String normalized(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        String withoutTrunkZero = text.replace("(0)", "");
        int extension = extensionStart(withoutTrunkZero);
        for (int i = 0; i < extension; i++) {
            int digit = Character.digit(withoutTrunkZero.charAt(i), 10);
            if (digit >= 0) {
                digits.append((char) ('0' + digit));
            }
        }
        int from = Math.max(0, digits.length() - SIGNIFICANT);
        while (from < digits.length() && digits.charAt(from) == '0') {
            from++;
        }
        return digits.length() - from < 4 ? "" : digits.substring(from);
    }

    private static int extensionStart(String text) {
        int mark = text.toLowerCase(Locale.ROOT).indexOf('x');
        return mark > LEAST_COMMON ? mark : text.length();
    }

    /** The last seven digits, which the same line has in common; all of a shorter number. */
    public static String line(String number) {
        return number.substring(Math.max(0, number.length() - LEAST_COMMON));
    }

    /** Whether one number is the end of the other. */
    public static boolean same(String left, String right) {
        return Math.min(left.length(), right.length()) >= LEAST_COMMON
                && (left.endsWith(right) || right.endsWith(left));
    }
}
