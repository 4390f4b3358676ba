package io.attune.delivery.projection;

import java.time.Instant;

/** How one person's state fared at the channel. */
public sealed interface ProjectionOutcome {

    ProjectionClaim claim();

    /** The channel holds it now. */
    record Acknowledged(ProjectionClaim claim) implements ProjectionOutcome {}

    /** It may be tried again. */
    record Retry(ProjectionClaim claim, String reason) implements ProjectionOutcome {}

    /**
     * The channel takes nothing from anybody for a while; the attempt does not count.
     *
     * @param until when it is tried again
     */
    record Held(ProjectionClaim claim, Instant until, String reason) implements ProjectionOutcome {}

    /** The channel will not take it as it is; a change of the state tries again. */
    record Failed(ProjectionClaim claim, String reason) implements ProjectionOutcome {}

    /** The channel says that the person refused there: the address is suppressed. */
    record Refused(ProjectionClaim claim, String reason) implements ProjectionOutcome {}
}
