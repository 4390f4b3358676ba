package io.attune.eventlog;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a prediction looks ahead.
 *
 * @param days whole days, at least 1
 */
public record Horizon(int days) {
    private static final Pattern TEXT = Pattern.compile("(?i)P?(\\d{1,5})\\s*(D|W|days?|weeks?)");

    public Horizon {
        if (days < 1) {
            throw new EventLogException("A horizon is at least one day, not " + days);
        }
    }

    /**
     * Reads {@code 90d}, {@code 13w} or {@code P90D}.
     *
     * @throws EventLogException for anything else
     */
    public static Horizon parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new EventLogException("The horizon " + text + " is not so many days or weeks, such as 90d or 13w");
        }
        int number = Integer.parseInt(matcher.group(1));
        boolean weeks = Character.toLowerCase(matcher.group(2).charAt(0)) == 'w';
        return new Horizon(weeks ? 7 * number : number);
    }

    @Override
    public String toString() {
        return days + "d";
    }
}
