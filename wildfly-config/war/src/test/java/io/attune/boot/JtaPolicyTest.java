package io.attune.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class JtaPolicyTest {
    private final RecordingTransactions transactions = new RecordingTransactions();
    private final JtaPolicy policy = new JtaPolicy(transactions);

    @Test
    void aStepThatEndsWellIsCommitted() throws Throwable {
        policy.run(() -> transactions.note("step"));

        assertThat(transactions.notes()).containsExactly("begin", "step", "commit");
    }

    @Test
    void aStepThatFailsIsRolledBackAndItsFailureKept() {
        assertThatThrownBy(() -> policy.run(() -> {
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(transactions.notes()).containsExactly("begin", "rollback");
    }

    @Test
    void aStepInsideAnotherTransactionJoinsIt() throws Throwable {
        policy.run(() -> policy.run(() -> transactions.note("inner")));

        assertThat(transactions.notes()).containsExactly("begin", "inner", "commit");
    }

    @Test
    void aRollbackThatFailsDoesNotHideWhyItWasNeeded() {
        transactions.failToRollBack();

        assertThatThrownBy(() -> policy.run(() -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no")
                .hasSuppressedException(new jakarta.transaction.SystemException("the resource is gone"));
    }
}
