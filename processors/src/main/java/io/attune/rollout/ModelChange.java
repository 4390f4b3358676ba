package io.attune.rollout;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A change, and how far the nodes are with it.
 *
 * @param digest of the version's {@code model.zip}
 * @param state {@code preparing}, {@code active}, or {@code failed}, which changed nothing
 * @param reason why it failed
 * @param nodes those that have said something
 */
public record ModelChange(
        long id,
        String model,
        String version,
        ChangeAction action,
        String digest,
        String state,
        Optional<String> reason,
        String actor,
        Instant startedAt,
        List<NodeProgress> nodes) {
    public ModelChange {
        nodes = List.copyOf(nodes);
    }

    /**
     * A node with a change.
     *
     * @param problem why it could not prepare, or use, the version
     */
    public record NodeProgress(
            String node, Optional<Instant> preparedAt, Optional<Instant> activatedAt, Optional<String> problem) {}
}
