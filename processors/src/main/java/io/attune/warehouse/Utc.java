package io.attune.warehouse;

import java.util.Calendar;
import java.util.TimeZone;

/** The zone of times in columns that know none. */
final class Utc {
    private Utc() {}

    static Calendar calendar() {
        return Calendar.getInstance(TimeZone.getTimeZone("UTC"));
    }
}
