package io.attune.frame;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A column of dates: days since 1970, month and day of the week.
 *
 * @param hours whether there are times of day too, which then give the hour
 */
public record DateColumn(String name, DateStyle style, boolean hours) implements FrameColumn {
    private static final double SECONDS_A_DAY = 86_400;

    @Override
    public List<Feature> features() {
        List<Feature> features = new ArrayList<>(List.of(
                Feature.number(name + " (day)", name, "date: days since 1970"),
                Feature.number(name + " (month)", name, "date: month, 1 to 12"),
                Feature.number(name + " (weekday)", name, "date: day of the week, 1 is Monday")));
        if (hours) {
            features.add(Feature.number(name + " (hour)", name, "date: hour of the day"));
        }
        return features;
    }

    @Override
    public void encode(String cell, double[] values) {
        Optional<LocalDateTime> parsed = style.parse(cell);
        if (parsed.isEmpty()) {
            Arrays.fill(values, Double.NaN);
            return;
        }
        LocalDateTime moment = parsed.get();
        values[0] = Math.floor(moment.toEpochSecond(ZoneOffset.UTC) / SECONDS_A_DAY);
        values[1] = moment.getMonthValue();
        values[2] = moment.getDayOfWeek().getValue();
        if (hours) {
            values[3] = moment.getHour();
        }
    }
}
