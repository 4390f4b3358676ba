package io.attune.rescore;

import io.attune.feature.FeatureVector;
import io.attune.scoring.Score;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What follows of new scores: segments, and what campaigns make of people who join or leave them. */
@FunctionalInterface
public interface Consequences {

    /**
     * Draws them, inside the caller's transaction, which has locked the profiles.
     *
     * @param asOf the moment of the vectors
     * @param vectors one for every profile of the chunk
     * @param scores by profile and model, declined ones included
     */
    void follow(Handle handle, Instant asOf, Map<UUID, FeatureVector> vectors, Map<UUID, Map<String, Score>> scores);
}
