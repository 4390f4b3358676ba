package io.attune.boot;

import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import java.util.ArrayList;
import java.util.List;

/** A transaction manager of one thread that notes what it is asked to do. */
final class RecordingTransactions implements TransactionManager {
    private final List<String> notes = new ArrayList<>();
    private int status = Status.STATUS_NO_TRANSACTION;
    private boolean failing;

    List<String> notes() {
        return List.copyOf(notes);
    }

    void note(String what) {
        notes.add(what);
    }

    void failToRollBack() {
        failing = true;
    }

    @Override
    public void begin() {
        note("begin");
        status = Status.STATUS_ACTIVE;
    }

    @Override
    public void commit() {
        note("commit");
        status = Status.STATUS_NO_TRANSACTION;
    }

    @Override
    public void rollback() throws SystemException {
        note("rollback");
        status = Status.STATUS_NO_TRANSACTION;
        if (failing) {
            throw new SystemException("the resource is gone");
        }
    }

    @Override
    public int getStatus() {
        return status;
    }

    @Override
    public Transaction getTransaction() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setRollbackOnly() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setTransactionTimeout(int seconds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Transaction suspend() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void resume(Transaction suspended) {
        throw new UnsupportedOperationException();
    }
}
