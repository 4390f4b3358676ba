package io.attune.identity;

import io.attune.database.Database;
import java.sql.SQLException;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Transactions that are tried again when another was in the way. Thread-safe. */
final class PatientTransactions {
    private static final int ATTEMPTS = 5;

    private final Database database;

    PatientTransactions(Database database) {
        this.database = database;
    }

    /** @param work may run more than once; what failed was rolled back */
    <T> T run(Function<Handle, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return database.inTransaction(work);
            } catch (RuntimeException failure) {
                if (!isContention(failure) || attempt == ATTEMPTS) {
                    throw failure;
                }
            }
        }
    }

    private static boolean isContention(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return "40001".equals(sql.getSQLState()) || "40P01".equals(sql.getSQLState());
            }
        }
        return false;
    }
}
