package io.attune.scoring;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Says in how many days something will happen with an even chance, by the hazard of each interval: a MOJO that, besides the
 * features, reads the number of an interval, and gives the probability that it happens in that one if it did not before
 * (Singer &amp; Willett 1993). The answer is the median of the days, as {@link SurvivalCurve#median()} has it.
 */
final class HazardScorer implements Scorer {
    /** The kind as definitions and cards name it. */
    static final String KIND = "days_to_next_purchase";

    /** The column of the MOJO that holds the number of the interval, from 0. */
    static final String INTERVAL = "interval";

    private final MojoScorer mojo;
    private final int intervalColumn;
    private final double[] ends;
    private final List<String> inputs;
    private final Requirements requirements;

    private HazardScorer(MojoScorer mojo, int intervalColumn, double[] ends) {
        this.mojo = mojo;
        this.intervalColumn = intervalColumn;
        this.ends = ends;
        List<String> names = new ArrayList<>(mojo.inputs());
        names.remove(intervalColumn);
        inputs = List.copyOf(names);
        requirements = new Requirements(mojo.card(), inputs);
    }

    /**
     * Loads a version's folder.
     *
     * @throws ModelException when the card or the model is missing or damaged, or the card does not say the intervals
     */
    static HazardScorer load(Path version) {
        MojoScorer mojo = MojoScorer.load(version);
        int column = mojo.inputs().indexOf(INTERVAL);
        JsonNode intervals = mojo.card().document().path("intervals");
        double[] ends = IntStream.range(0, intervals.size())
                .mapToDouble(index -> intervals.get(index).asDouble())
                .toArray();
        if (column < 0 || ends.length == 0) {
            throw new ModelException(
                    ModelException.Code.CARD_UNREADABLE,
                    version + " is of the kind " + KIND
                            + ", but its card has no list \"intervals\" of days, or its model no" + " column "
                            + INTERVAL + ": train it again");
        }
        return new HazardScorer(mojo, column, ends);
    }

    @Override
    public ModelCard card() {
        return mojo.card();
    }

    @Override
    public List<String> inputs() {
        return inputs;
    }

    @Override
    public boolean isCategorical(int input) {
        return mojo.isCategorical(input < intervalColumn ? input : input + 1);
    }

    @Override
    public double level(int input, String level) {
        return mojo.level(input < intervalColumn ? input : input + 1, level);
    }

    @Override
    public double[] row(Map<String, ?> features) {
        double[] whole = mojo.row(features);
        double[] row = new double[inputs.size()];
        System.arraycopy(whole, 0, row, 0, intervalColumn);
        System.arraycopy(whole, intervalColumn + 1, row, intervalColumn, row.length - intervalColumn);
        return row;
    }

    @Override
    public Optional<String> refusal(double[] row) {
        return requirements.refusal(row);
    }

    @Override
    public double answer(double[] row) {
        double[] hazards = new double[ends.length];
        for (int interval = 0; interval < ends.length; interval++) {
            hazards[interval] = hazard(row, interval);
        }
        return SurvivalCurve.of(ends, hazards).median();
    }

    @Override
    public Optional<Contributions> contributions(double[] row) {
        return Optional.empty();
    }

    private double hazard(double[] row, int interval) {
        double[] whole = new double[row.length + 1];
        System.arraycopy(row, 0, whole, 0, intervalColumn);
        whole[intervalColumn] = interval;
        System.arraycopy(row, intervalColumn, whole, intervalColumn + 1, row.length - intervalColumn);
        return mojo.answer(whole);
    }
}
