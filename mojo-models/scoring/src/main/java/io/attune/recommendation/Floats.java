package io.attune.recommendation;

/** Weights as a file keeps them: to four digits, which no ranking notices and which make it half as long. */
final class Floats {
    private Floats() {}

    /** The values at some places. */
    static float[] of(int[] places, double[] values) {
        float[] floats = new float[places.length];
        for (int index = 0; index < places.length; index++) {
            floats[index] = rounded(values[places[index]]);
        }
        return floats;
    }

    static float rounded(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return 0;
        }
        double unit = Math.pow(10, 3 - Math.floor(Math.log10(Math.abs(value))));
        return (float) (Math.round(value * unit) / unit);
    }
}
