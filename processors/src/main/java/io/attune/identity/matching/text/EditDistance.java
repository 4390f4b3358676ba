package io.attune.identity.matching.text;

/**
 * The number of letters inserted, left out, changed, or swapped with their neighbour between two texts: the optimal string
 * alignment distance (Damerau 1964; Boytsov 2011), bounded.
 */
public final class EditDistance {
    private EditDistance() {}

    /**
     * The distance, or {@code bound + 1} where it is larger than the bound.
     *
     * @param bound 0 or more; the work grows with it
     */
    public static int bounded(String left, String right, int bound) {
        int start = commonStart(left, right);
        int end = commonEnd(left, right, start);
        int rows = left.length() - start - end;
        int columns = right.length() - start - end;
        if (Math.abs(rows - columns) > bound) {
            return bound + 1;
        }
        if (rows == 0 || columns == 0) {
            return Math.max(rows, columns);
        }
        if ((rows == 1 && columns == 1) || (rows == 2 && columns == 2 && swapped(left, right, start))) {
            return Math.min(1, bound + 1);
        }
        if (bound <= 1) {
            return bound + 1;
        }
        if (bound == 2 && rows == columns) {
            return two(left, right, start, rows) ? 2 : 3;
        }
        return table(left, right, start, rows, columns, bound);
    }

    /** Whether two edits lead from one text to another, as long and different in their first and last letters. */
    private static boolean two(String left, String right, int start, int length) {
        int last = start + length - 1;
        if (left.regionMatches(start + 1, right, start, length - 1)
                || left.regionMatches(start, right, start + 1, length - 1)) {
            return true;
        }
        boolean swappedFirst = swapped(left, right, start);
        boolean swappedLast = swapped(left, right, last - 1);
        return same(left, right, start + 1, last)
                || (swappedFirst && same(left, right, start + 2, last))
                || (swappedLast && same(left, right, start + 1, last - 1))
                || (swappedFirst && swappedLast && length >= 4 && same(left, right, start + 2, last - 1));
    }

    private static boolean same(String left, String right, int from, int to) {
        return from >= to || left.regionMatches(from, right, from, to - from);
    }

    private static boolean swapped(String left, String right, int place) {
        return left.charAt(place) == right.charAt(place + 1) && left.charAt(place + 1) == right.charAt(place);
    }

    private static int table(String left, String right, int start, int rows, int columns, int bound) {
        int[] beforeLast = new int[columns + 1];
        int[] last = new int[columns + 1];
        int[] row = new int[columns + 1];
        for (int column = 0; column <= columns; column++) {
            last[column] = column;
        }
        for (int i = 1; i <= rows; i++) {
            row[0] = i;
            int least = i;
            char letter = left.charAt(start + i - 1);
            for (int j = 1; j <= columns; j++) {
                char other = right.charAt(start + j - 1);
                int cost = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + (letter == other ? 0 : 1));
                if (i > 1 && j > 1 && letter == right.charAt(start + j - 2) && left.charAt(start + i - 2) == other) {
                    cost = Math.min(cost, beforeLast[j - 2] + 1);
                }
                row[j] = cost;
                least = Math.min(least, cost);
            }
            if (least > bound) {
                return bound + 1;
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return Math.min(last[columns], bound + 1);
    }

    private static int commonStart(String left, String right) {
        int most = Math.min(left.length(), right.length());
        int start = 0;
        while (start < most && left.charAt(start) == right.charAt(start)) {
            start++;
        }
        return start;
    }

    private static int commonEnd(String left, String right, int start) {
        int most = Math.min(left.length(), right.length()) - start;
        int end = 0;
        while (end < most && left.charAt(left.length() - 1 - end) == right.charAt(right.length() - 1 - end)) {
            end++;
        }
        return end;
    }
}
