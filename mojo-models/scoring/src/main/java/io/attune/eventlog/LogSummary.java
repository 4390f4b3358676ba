package io.attune.eventlog;

/**
 * What reading a log found.
 *
 * @param rows rows after the header line
 * @param withoutPerson dropped, since they name nobody
 * @param withoutTime dropped, since their time could not be read
 * @param withoutValue dropped, since their value is no number
 * @param cancellations kept, but counted as such: of a kind that takes back, or of a negative value
 * @param people in the rest
 * @param items in the rest; 0 without an item column
 * @param timeFormat how times are written
 * @param first the first moment of the rest
 * @param last the last moment of the rest
 */
public record LogSummary(
        long rows,
        long withoutPerson,
        long withoutTime,
        long withoutValue,
        long cancellations,
        int people,
        int items,
        String timeFormat,
        String first,
        String last) {}
