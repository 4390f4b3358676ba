package io.attune.identity;

import io.attune.identity.probable.ScoredPair;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What may make several one.
 *
 * @param nodes every node of the batch
 * @param links joining identifiers that are new to nodes of the batch
 * @param pairs that matching is sure of, the most probable first
 * @param ofNodes profiles that own nodes already
 * @param ofIdentifiers profiles that own nodes with the identifiers already
 * @param locked the profiles named before, with the instant of their creation
 */
record Joins(
        Set<Long> nodes,
        Map<Long, Set<Long>> links,
        List<ScoredPair> pairs,
        Map<Long, UUID> ofNodes,
        Map<Long, Set<UUID>> ofIdentifiers,
        Map<UUID, Instant> locked) {}
