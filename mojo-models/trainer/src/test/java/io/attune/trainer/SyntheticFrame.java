package io.attune.trainer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import water.DKV;
import water.Key;
import water.fvec.Frame;
import water.fvec.Vec;

/** Random columns, some with gaps, and responses that depend on several of them together. */
final class SyntheticFrame {

    static final String TWO = "two";
    static final String THREE = "three";
    static final String AMOUNT = "amount";

    private static final int NUMBERS = 20;
    /** Sizes of domains: within H2O's short bit sets, at their end, and beyond. */
    private static final int[] DOMAINS = {2, 5, 32, 33, 120};

    private final int rows;
    private final Random random;
    private final List<String> names = new ArrayList<>();
    private final List<Vec> columns = new ArrayList<>();
    private final double[] signal;

    private SyntheticFrame(int rows, long seed) {
        this.rows = rows;
        this.random = new Random(seed);
        this.signal = new double[rows];
    }

    /** Twenty columns of numbers. */
    static Frame numbers(int rows, long seed) {
        SyntheticFrame frame = new SyntheticFrame(rows, seed);
        frame.addNumbers(NUMBERS);
        return frame.finish();
    }

    /** Some numbers, and columns of levels with small and large domains. */
    static Frame levels(int rows, long seed) {
        SyntheticFrame frame = new SyntheticFrame(rows, seed);
        frame.addNumbers(NUMBERS / 4);
        for (int domain : DOMAINS) {
            frame.addLevels(domain);
        }
        return frame.finish();
    }

    static String[] responsesBut(String response) {
        return List.of(TWO, THREE, AMOUNT).stream()
                .filter(name -> !name.equals(response))
                .toArray(String[]::new);
    }

    // Whole and broken numbers, of one sign and of both, with a gap here and there.
    private void addNumbers(int count) {
        for (int column = 0; column < count; column++) {
            double scale = Math.pow(10, column % 4);
            boolean whole = column % 3 == 0;
            boolean gaps = column % 5 == 0;
            double weight = random.nextGaussian();
            add("number" + column, null, row -> {
                double drawn = random.nextGaussian();
                signal[row] += weight * Math.sin(2 * drawn) * (1 + Math.abs(signal[row]) / 10);
                double value = whole ? Math.rint(drawn * scale) : drawn * scale;
                return gaps && random.nextInt(10) == 0 ? Double.NaN : value;
            });
        }
    }

    private void addLevels(int domain) {
        double[] effects = random.doubles(domain, -2, 2).toArray();
        add("levels" + domain, levels(domain), row -> {
            int level = random.nextInt(domain);
            signal[row] += effects[level];
            return random.nextInt(20) == 0 ? Double.NaN : level;
        });
    }

    private Frame finish() {
        add(TWO, levels(2), row -> signal[row] + random.nextGaussian() > 1 ? 1 : 0);
        add(THREE, levels(3), row -> signal[row] < -1 ? 0 : signal[row] < 1 ? 1 : 2);
        add(AMOUNT, null, row -> Math.abs(signal[row]) + Math.abs(random.nextGaussian()));
        Frame frame = new Frame(Key.make(), names.toArray(String[]::new), columns.toArray(Vec[]::new));
        DKV.put(frame);
        return frame;
    }

    private void add(String name, String[] domain, IntToDoubleFunction value) {
        double[] values = IntStream.range(0, rows).mapToDouble(value).toArray();
        names.add(name);
        columns.add(
                domain == null
                        ? Vec.makeVec(values, Vec.VectorGroup.VG_LEN1.addVec())
                        : Vec.makeVec(values, domain, Vec.VectorGroup.VG_LEN1.addVec()));
    }

    private static String[] levels(int count) {
        return Arrays.stream(IntStream.range(0, count).toArray())
                .mapToObj(level -> "level" + level)
                .toArray(String[]::new);
    }
}
