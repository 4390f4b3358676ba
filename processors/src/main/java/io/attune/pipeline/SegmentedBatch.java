package io.attune.pipeline;

import io.attune.segment.MembershipChange;
import io.attune.segment.PersonView;
import java.util.List;
import java.util.Objects;

/**
 * A batch whose live profiles are in the segments that their rules say.
 *
 * @param people what rules know of every live profile
 * @param changes who came into a segment or left one
 */
public record SegmentedBatch(ScoredBatch scored, List<PersonView> people, List<MembershipChange> changes) {
    public SegmentedBatch {
        Objects.requireNonNull(scored, "scored");
        people = List.copyOf(people);
        changes = List.copyOf(changes);
    }

    public ResolvedBatch resolved() {
        return scored.resolved();
    }
}
