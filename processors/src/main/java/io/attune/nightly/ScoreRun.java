package io.attune.nightly;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A run over all profiles, as far as it has come.
 *
 * @param release that the node ran which began it
 * @param problem why it stands still; it is taken up again
 * @param profiles that had a vector when it began
 * @param chunksOfNodes how many chunks each node has done
 */
public record ScoreRun(
        UUID id,
        String release,
        Instant startedAt,
        String startedBy,
        Optional<Instant> finishedAt,
        Optional<String> problem,
        long profiles,
        int chunks,
        int chunksDone,
        long profilesDone,
        long scored,
        long declined,
        Instant lastDoneAt,
        Map<String, Integer> chunksOfNodes) {
    public ScoreRun {
        chunksOfNodes = Map.copyOf(chunksOfNodes);
    }

    /** Profiles a second from its beginning to the chunk that was done last. */
    @JsonProperty
    public double perSecond() {
        double seconds = Duration.between(startedAt, lastDoneAt).toNanos() / 1e9;
        return seconds <= 0 ? 0 : profilesDone / seconds;
    }

    /** How much of it is done, of 100. */
    @JsonProperty
    public double percent() {
        return chunks == 0 ? 100 : 100.0 * chunksDone / chunks;
    }
}
