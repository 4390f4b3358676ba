package io.attune.pipeline;

import io.attune.error.AttuneException;
import io.attune.error.ErrorCategory;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;

/** Why a batch was rolled back, and with it what to do next. */
public enum Failure {
    /** Another batch was in the way (40001, 40P01, 55P03): the same batch may succeed at once. */
    CONTENTION,
    /** Something outside is missing, or the hub is set up wrongly: the batch waits until it is mended. */
    OUTSIDE,
    /** Something in the records: it would fail again, so the culprit is looked for. */
    RECORDS;

    public static Failure of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Error) {
                return OUTSIDE;
            }
            if (cause instanceof SQLException sql) {
                return of(Optional.ofNullable(sql.getSQLState()).orElse(""));
            }
            if (cause instanceof AttuneException typed) {
                boolean records = typed.category() == ErrorCategory.DATA || typed.category() == ErrorCategory.INTERNAL;
                return records ? RECORDS : OUTSIDE;
            }
            if (cause instanceof IOException || isOfTransaction(cause)) {
                return OUTSIDE;
            }
        }
        return RECORDS;
    }

    private static Failure of(String state) {
        if (state.equals("40001") || state.equals("40P01") || state.equals("55P03")) {
            return CONTENTION;
        }
        // Class 22: data exception; 23: integrity; 21: cardinality; 54: a limit of PostgreSQL.
        boolean records =
                state.startsWith("22") || state.startsWith("23") || state.startsWith("21") || state.startsWith("54");
        return records ? RECORDS : OUTSIDE;
    }

    // Without a dependency on a transaction manager: whatever JTA throws is not in the records.
    private static boolean isOfTransaction(Throwable thrown) {
        return thrown.getClass().getName().startsWith("jakarta.transaction.");
    }
}
