package io.attune.identity.matching;

import io.attune.identity.matching.text.BirthDates;
import io.attune.identity.matching.text.EditDistance;
import java.util.List;

/** Compares birth dates: one wrong digit, day and month swapped, a near day, a near year. */
final class BirthDateComparator implements ValueComparator {
    private static final int TYPO = 1;
    private static final int NEAR = 2;
    private static final int SAME_YEAR = 3;
    private static final int OTHER = 4;
    private static final long UNKNOWN = Long.MIN_VALUE;

    private final Values values;
    private final LetterSets letters;
    private final long[] days;
    private final int[] years;

    BirthDateComparator(Values values) {
        this.values = values;
        letters = new LetterSets(values);
        days = new long[values.size()];
        years = new int[days.length];
        for (int i = 0; i < days.length; i++) {
            years[i] = Integer.parseInt(values.text(i).substring(0, 4));
            days[i] = BirthDates.day(values.text(i)).orElse(UNKNOWN);
        }
    }

    @Override
    public List<String> levels() {
        return List.of("exact", "typo", "near", "same-year", "other");
    }

    @Override
    public int level(int left, int right) {
        int distance = letters.surplus(left, right) > 2 ? 3 : distance(values.text(left), values.text(right));
        if (distance <= 1) {
            return TYPO;
        }
        long apart =
                days[left] == UNKNOWN || days[right] == UNKNOWN ? Long.MAX_VALUE : Math.abs(days[left] - days[right]);
        if (apart <= 31 || distance == 2) {
            return NEAR;
        }
        return apart <= 366 || years[left] == years[right] ? SAME_YEAR : OTHER;
    }

    private static int distance(String one, String two) {
        return dayAndMonthSwapped(one, two) ? 1 : EditDistance.bounded(one, two, 2);
    }

    private static boolean dayAndMonthSwapped(String one, String two) {
        return one.length() == 8
                && two.length() == 8
                && one.regionMatches(0, two, 0, 4)
                && one.regionMatches(4, two, 6, 2)
                && one.regionMatches(6, two, 4, 2);
    }
}
