package io.attune.sandbox.population.source;

/** Salesforce's ids: fifteen characters in which case matters, and three that repeat the case for those who lose it. */
final class SalesforceId {
    private static final String BASE_62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
    private static final String CONTACT = "0035g00000";

    private static final long NUMBERS = 62L * 62 * 62 * 62 * 62;

    /** Shares no factor with 62, so that different numbers stay different. */
    private static final long STRIDE = 387_420_489;

    private SalesforceId() {}

    /** The id of contact number {@code number}, below 62⁵. Neighbours do not look like it. */
    static String ofContact(long number) {
        StringBuilder digits = new StringBuilder();
        long left = number * STRIDE % NUMBERS;
        for (int digit = 0; digit < 5; digit++) {
            digits.insert(0, BASE_62.charAt((int) (left % 62)));
            left /= 62;
        }
        String id = CONTACT + digits;
        return id + checked(id, 0) + checked(id, 5) + checked(id, 10);
    }

    private static char checked(String id, int from) {
        int capitals = 0;
        for (int place = 0; place < 5; place++) {
            if (Character.isUpperCase(id.charAt(from + place))) {
                capitals |= 1 << place;
            }
        }
        return BASE_32.charAt(capitals);
    }
}
