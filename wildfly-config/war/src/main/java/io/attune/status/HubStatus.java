package io.attune.status;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The hub in numbers at one instant. A count that is not in a map is zero.
 *
 * @param at when it was counted
 * @param records accepted records by source, as far back as the ledger is kept
 * @param rejects all rejects by source, replayed ones included
 * @param openRejects rejects that nobody has replayed or resolved
 * @param profiles people as the hub tells them apart, merged ones counted once
 * @param deferred profiles that wait for the re-scoring job
 * @param scored profiles with at least one score
 * @param models by model: how many profiles carry a score of it
 * @param segments by segment: how many profiles are in it
 * @param deliveries messages by channel and state
 * @param projections mirrored profiles by channel and state
 * @param pausedChannels channels that an operator stopped
 * @param latencyMillis from receiving the record that triggered a message to the channel's acceptance; over the newest
 *     10,000 messages
 * @param release what this node runs
 */
public record HubStatus(
        Instant at,
        Map<String, Long> records,
        Map<String, Long> rejects,
        long openRejects,
        long profiles,
        long deferred,
        long scored,
        Map<String, Long> models,
        Map<String, Long> segments,
        Map<String, Map<String, Long>> deliveries,
        Map<String, Map<String, Long>> projections,
        List<String> pausedChannels,
        Optional<Latency> latencyMillis,
        Optional<String> release) {

    /** Percentiles in milliseconds. */
    public record Latency(double p50, double p99) {}

    public HubStatus {
        records = Map.copyOf(records);
        rejects = Map.copyOf(rejects);
        models = Map.copyOf(models);
        segments = Map.copyOf(segments);
        deliveries = Map.copyOf(deliveries);
        projections = Map.copyOf(projections);
        pausedChannels = List.copyOf(pausedChannels);
    }
}
