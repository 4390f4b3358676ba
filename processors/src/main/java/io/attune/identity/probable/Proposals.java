package io.attune.identity.probable;

import java.util.List;

/**
 * What matching says of the nodes of a batch.
 *
 * @param sure pairs to be joined unless something forbids it, the most probable first
 * @param review pairs that somebody should look at
 */
public record Proposals(List<ScoredPair> sure, List<ScoredPair> review) {
    public static final Proposals NONE = new Proposals(List.of(), List.of());

    public Proposals {
        sure = List.copyOf(sure);
        review = List.copyOf(review);
    }
}
