package io.attune.command.training;

import java.util.Set;

/** A way to train the models of some kinds. Implementations are immutable. */
public interface ModelKind {

    /** The kinds that it trains, as definitions name them. */
    Set<String> names();

    /** The file in {@code mojo-models/definitions/schemas} that a definition of these kinds must satisfy. */
    String schema();

    /**
     * Whether a version is a MOJO with which the hub scores each profile. Where it is not, the model's folder is marked with
     * its kind, and only readers of that kind look into it.
     */
    boolean scoresProfiles();

    /**
     * Learns, and writes the version's files into {@link TrainingRun#output()}.
     *
     * @throws io.attune.command.CommandFailure when no model can be learned, with what to do about it; nothing is registered
     * @throws InterruptedException when the person who waits gives up
     */
    void train(TrainingRun run) throws InterruptedException;
}
