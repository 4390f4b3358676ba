package io.attune.scoring;

/** Floats as whole numbers of the same order, in which a search needs no branches. */
final class FloatKey {

    /** Of a missing value; below all others. */
    static final int MISSING = Integer.MIN_VALUE;

    /** Above the keys of all values. */
    static final int ABOVE_ALL = Integer.MAX_VALUE;

    private FloatKey() {}

    /**
     * The key of a value: {@code value >= limit}, for any float but NaN, is {@code of(value) >= of(limit)}. It is the key of
     * the largest float that is not above the value.
     */
    static int of(double value) {
        if (Double.isNaN(value)) {
            return MISSING;
        }
        float nearest = (float) value;
        // Adding 0 makes a plus of minus zero, which equals it.
        int bits = Float.floatToRawIntBits(nearest + 0.0f);
        int key = bits ^ ((bits >> 31) & Integer.MAX_VALUE);
        // One less where the nearest float is above the value, without a branch.
        return key + (int) ((ordered(value) - ordered(nearest)) >> 63);
    }

    private static long ordered(double value) {
        long bits = Double.doubleToRawLongBits(value);
        return bits ^ ((bits >> 63) & Long.MAX_VALUE);
    }
}
