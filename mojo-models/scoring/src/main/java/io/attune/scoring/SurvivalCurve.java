package io.attune.scoring;

/**
 * How likely it is that something has not happened yet, at the end of each interval.
 *
 * @param ends of the intervals, in days, rising
 * @param waiting the chance of still waiting at each end
 */
@SuppressWarnings("ArrayRecordComponent") // made once, never changed
public record SurvivalCurve(double[] ends, double[] waiting) {
    /** So many times the last end, nobody's guess is worth anything. */
    private static final double FARTHEST = 10;

    /**
     * The curve of some hazards.
     *
     * @param hazards the chance that it happens in each interval, if it did not before, in [0, 1)
     */
    public static SurvivalCurve of(double[] ends, double[] hazards) {
        double[] waiting = new double[ends.length];
        double chance = 1;
        for (int interval = 0; interval < ends.length; interval++) {
            chance *= 1 - hazards[interval];
            waiting[interval] = chance;
        }
        return new SurvivalCurve(ends, waiting);
    }

    /**
     * After how many days it has happened with an even chance: within an interval the chance is spread evenly; beyond the last
     * it goes on as on average since the beginning, up to ten times as far.
     */
    public double median() {
        double before = 1;
        double start = 0;
        for (int interval = 0; interval < ends.length; interval++) {
            if (waiting[interval] <= 0.5) {
                return start + (ends[interval] - start) * (before - 0.5) / (before - waiting[interval]);
            }
            before = waiting[interval];
            start = ends[interval];
        }
        double daily = -Math.log(before) / start;
        return daily <= 0 ? FARTHEST * start : Math.min(FARTHEST * start, Math.log(2) / daily);
    }

    /** The chance of still waiting after so many days, up to the last end. */
    public double after(double days) {
        double before = 1;
        double start = 0;
        for (int interval = 0; interval < ends.length; interval++) {
            if (days <= ends[interval]) {
                return before + (waiting[interval] - before) * (days - start) / (ends[interval] - start);
            }
            before = waiting[interval];
            start = ends[interval];
        }
        return before;
    }
}
