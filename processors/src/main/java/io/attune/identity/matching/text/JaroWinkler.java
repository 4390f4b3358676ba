package io.attune.identity.matching.text;

/** The similarity of two short texts after Jaro (1989) and Winkler (1990): 0 nothing in common, 1 equal. */
public final class JaroWinkler {
    /** So many letters of a text are compared at most. */
    public static final int LONGEST = 64;

    private static final int LONGEST_PREFIX = 4;
    private static final double PREFIX_WEIGHT = 0.1;

    private JaroWinkler() {}

    /** The similarity; texts of more than 64 letters are compared by their first 64. */
    public static double similarity(String left, String right) {
        int leftLength = Math.min(left.length(), LONGEST);
        int rightLength = Math.min(right.length(), LONGEST);
        if (leftLength == 0 || rightLength == 0) {
            return leftLength == rightLength ? 1 : 0;
        }
        double jaro = jaro(left, leftLength, right, rightLength);
        int prefix = 0;
        int most = Math.min(LONGEST_PREFIX, Math.min(leftLength, rightLength));
        while (prefix < most && left.charAt(prefix) == right.charAt(prefix)) {
            prefix++;
        }
        return jaro + prefix * PREFIX_WEIGHT * (1 - jaro);
    }

    private static double jaro(String left, int leftLength, String right, int rightLength) {
        int reach = Math.max(0, Math.max(leftLength, rightLength) / 2 - 1);
        long leftFound = 0;
        long rightFound = 0;
        int common = 0;
        for (int i = 0; i < leftLength; i++) {
            int last = Math.min(rightLength - 1, i + reach);
            for (int j = Math.max(0, i - reach); j <= last; j++) {
                if ((rightFound & 1L << j) == 0 && left.charAt(i) == right.charAt(j)) {
                    leftFound |= 1L << i;
                    rightFound |= 1L << j;
                    common++;
                    break;
                }
            }
        }
        if (common == 0) {
            return 0;
        }
        double out = outOfOrder(left, leftFound, right, rightFound) / 2.0;
        return ((double) common / leftLength + (double) common / rightLength + (common - out) / common) / 3;
    }

    private static int outOfOrder(String left, long leftFound, String right, long rightFound) {
        int count = 0;
        long ahead = rightFound;
        for (long rest = leftFound; rest != 0; rest &= rest - 1) {
            char letter = left.charAt(Long.numberOfTrailingZeros(rest));
            if (letter != right.charAt(Long.numberOfTrailingZeros(ahead))) {
                count++;
            }
            ahead &= ahead - 1;
        }
        return count;
    }
}
