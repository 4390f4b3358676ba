package io.attune.delivery;

/** What a search at the channel says of an unknown delivery. */
public sealed interface Reconciliation {

    /** The channel has it. */
    record Found(String messageId) implements Reconciliation {}

    /** The channel does not have it, or not yet: its search may lag behind its sending. */
    record Absent() implements Reconciliation {}

    /** The search itself failed, or its answer does not decide; ask again later. */
    record Undecided(String reason) implements Reconciliation {}
}
