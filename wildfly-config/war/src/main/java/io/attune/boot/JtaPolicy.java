package io.attune.boot;

import jakarta.transaction.Status;
import jakarta.transaction.TransactionManager;
import org.apache.camel.jta.JtaTransactionPolicy;

/**
 * The policy behind a route's {@code transacted} step: joins the running JTA transaction, or begins one and commits it
 * when the step ended well. Thread-safe.
 */
final class JtaPolicy extends JtaTransactionPolicy {
    private final TransactionManager transactions;

    JtaPolicy(TransactionManager transactions) {
        this.transactions = transactions;
    }

    @Override
    public void run(Runnable step) throws Throwable {
        if (transactions.getStatus() != Status.STATUS_NO_TRANSACTION) {
            step.run();
            return;
        }
        transactions.begin();
        try {
            step.run();
        } catch (Throwable failure) {
            rollBack(failure);
            throw failure;
        }
        transactions.commit();
    }

    /** A rollback that fails must not hide why it was needed. */
    private void rollBack(Throwable failure) {
        try {
            transactions.rollback();
        } catch (Exception alsoFailed) {
            failure.addSuppressed(alsoFailed);
        }
    }
}
