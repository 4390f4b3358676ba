package io.attune.pipeline;

import java.util.Objects;

/**
 * A batch of which it is decided whom to write to.
 *
 * @param deliveries how many messages are new
 */
public record DecidedBatch(SegmentedBatch segmented, int deliveries) {
    public DecidedBatch {
        Objects.requireNonNull(segmented, "segmented");
    }
}
