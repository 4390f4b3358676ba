package io.attune.sendtime;

/**
 * What was learned of everybody, as {@code model.json} of a version holds it.
 *
 * @param halfLifeDays after how many days a message counts half
 * @param windowHours within how many hours after its sending a message should be opened
 * @param strength how many hours of waiting of one's own outweigh what everybody does
 * @param rates of opening by everybody, by hour of the week: of the messages there to be opened, the share opened in the hour
 */
@SuppressWarnings("ArrayRecordComponent") // made once, read in this package only
public record SendTimeModel(double halfLifeDays, int windowHours, double strength, double[] rates) {

    public SendTimeModel {
        if (rates.length != WeekHour.COUNT || !(halfLifeDays > 0) || windowHours < 1 || !(strength > 0)) {
            throw new IllegalArgumentException("A week has 168 rates, and half-life, window and strength are positive");
        }
        rates = rates.clone();
    }

    /**
     * The rates of somebody: Beta-Binomial in each hour of the day, with everybody's rate for the prior's mean; the days of
     * the week keep the shape that they have for everybody, since nobody gets enough mail to tell them apart.
     */
    double[] of(Tally own) {
        double[] opened = new double[WeekHour.DAY];
        double[] expected = new double[WeekHour.DAY];
        double[] waited = new double[WeekHour.DAY];
        for (int hour = 0; hour < WeekHour.COUNT; hour++) {
            opened[hour % WeekHour.DAY] += own.opened()[hour];
            waited[hour % WeekHour.DAY] += own.waited()[hour];
            expected[hour % WeekHour.DAY] += own.waited()[hour] * rates[hour];
        }
        double[] of = new double[WeekHour.COUNT];
        for (int hour = 0; hour < WeekHour.COUNT; hour++) {
            int clock = hour % WeekHour.DAY;
            double mean = waited[clock] > 0 ? expected[clock] / waited[clock] : rates[hour];
            double shrunk = (opened[clock] + strength * mean) / (waited[clock] + strength);
            of[hour] = Math.min(0.999, mean > 0 ? shrunk * rates[hour] / mean : shrunk);
        }
        return of;
    }

    /** The probability that a message which is sent in an hour is opened within the window, by hour of the week. */
    double[] chances(double[] ofPerson) {
        double[] chances = new double[WeekHour.COUNT];
        for (int hour = 0; hour < WeekHour.COUNT; hour++) {
            double unopened = 1;
            for (int later = 0; later < windowHours; later++) {
                unopened *= 1 - ofPerson[(hour + later) % WeekHour.COUNT];
            }
            chances[hour] = 1 - unopened;
        }
        return chances;
    }
}
