package io.attune.identity;

import io.attune.identity.probable.Doubt;
import io.attune.identity.probable.MatchPairs.BlockedLink;
import io.attune.identity.probable.ScoredPair;
import io.attune.profile.ProfileMerge;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Who owns the nodes of a batch.
 *
 * @param owners profile of every node of the batch, after the batch
 * @param created profiles that begin with this batch
 * @param joined memberships that begin with this batch: those of its new nodes, before the merges
 * @param merges profiles that turned out to be another
 * @param matched pairs that were joined without an identifier
 * @param doubts pairs that somebody should look at
 * @param blocked links that would have joined people who must not be joined unseen
 */
record Assignment(
        Map<Long, UUID> owners,
        Set<UUID> created,
        Map<Long, UUID> joined,
        List<ProfileMerge> merges,
        List<ScoredPair> matched,
        List<Doubt> doubts,
        List<BlockedLink> blocked) {}
