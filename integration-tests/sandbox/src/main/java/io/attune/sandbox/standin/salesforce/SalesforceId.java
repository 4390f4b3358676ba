package io.attune.sandbox.standin.salesforce;

/** Ids of 15 characters that Salesforce writes with three more, so that they survive tools that ignore case. */
public final class SalesforceId {
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String CHECKS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

    private SalesforceId() {}

    /** The id of the n-th object whose ids begin with a prefix of three characters (003 = contact). */
    public static String of(String prefix, long number) {
        StringBuilder digits = new StringBuilder();
        for (long rest = number; rest > 0; rest /= 62) {
            digits.insert(0, DIGITS.charAt((int) (rest % 62)));
        }
        return complete(prefix + "0".repeat(12 - digits.length()) + digits);
    }

    /** The 18 characters of an id of 15. */
    public static String complete(String id) {
        StringBuilder complete = new StringBuilder(id);
        for (int block = 0; block < 3; block++) {
            int bits = 0;
            for (int at = 0; at < 5; at++) {
                if (Character.isUpperCase(id.charAt(block * 5 + at))) {
                    bits |= 1 << at;
                }
            }
            complete.append(CHECKS.charAt(bits));
        }
        return complete.toString();
    }

    static boolean isValid(String id) {
        return id.matches("[0-9A-Za-z]{15}")
                || (id.matches("[0-9A-Za-z]{18}")
                        && complete(id.substring(0, 15)).equals(id));
    }
}
