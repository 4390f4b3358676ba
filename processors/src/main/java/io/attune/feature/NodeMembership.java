package io.attune.feature;

import java.time.Instant;
import java.util.Optional;

/**
 * To which profile a node belonged in a time.
 *
 * @param until the first moment at which it did no more; empty when it still does
 */
record NodeMembership(String profile, Instant since, Optional<Instant> until) {

    boolean covers(Instant moment) {
        return !since.isAfter(moment) && (until.isEmpty() || until.get().isAfter(moment));
    }
}
