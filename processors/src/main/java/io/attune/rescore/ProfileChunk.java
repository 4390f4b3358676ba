package io.attune.rescore;

import io.attune.scoring.Score;
import java.util.Map;
import java.util.UUID;

/**
 * Profiles that one transaction computed.
 *
 * @param versions new ones, of those that were not merged meanwhile
 */
record ProfileChunk(Map<UUID, Long> versions, Map<UUID, Map<String, Score>> scores) {

    long profiles() {
        return versions.size();
    }

    long scored() {
        return scores.values().stream()
                .flatMap(ofProfile -> ofProfile.values().stream())
                .filter(Score.Value.class::isInstance)
                .count();
    }

    long declined() {
        return scores.values().stream().mapToLong(Map::size).sum() - scored();
    }
}
