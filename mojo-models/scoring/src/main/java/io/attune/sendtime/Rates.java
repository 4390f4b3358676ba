package io.attune.sendtime;

import java.util.Arrays;

/** Everybody's rates of opening, from everybody's tally. */
final class Rates {
    /** So many messages on one hour of a certain day outweigh that hour of all days. */
    private static final double DAY_STRENGTH = 200;

    private static final double LEAST_RATE = 1e-4;

    private Rates() {}

    /** By hour of the week; an hour of a day on which no mail ever waited has the rate of that hour on all days. */
    static double[] of(Tally everybody) {
        double[] opened = new double[WeekHour.DAY];
        double[] waited = new double[WeekHour.DAY];
        for (int hour = 0; hour < WeekHour.COUNT; hour++) {
            opened[hour % WeekHour.DAY] += everybody.opened()[hour];
            waited[hour % WeekHour.DAY] += everybody.waited()[hour];
        }
        double overall = (sum(opened) + 1) / (sum(waited) + 100);
        double[] rates = new double[WeekHour.COUNT];
        for (int hour = 0; hour < WeekHour.COUNT; hour++) {
            int clock = hour % WeekHour.DAY;
            double ofClock = (opened[clock] + overall * 10) / (waited[clock] + 10);
            rates[hour] = Math.max(
                    LEAST_RATE,
                    (everybody.opened()[hour] + DAY_STRENGTH * ofClock)
                            / (everybody.waited()[hour] + DAY_STRENGTH));
        }
        return rates;
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }
}
