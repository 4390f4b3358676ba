package io.attune.identity;

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
 * @param joined memberships that begin with this batch: those of its new nodes
 * @param merges profiles that turned out to be another
 */
record Assignment(Map<Long, UUID> owners, Set<UUID> created, Map<Long, UUID> joined, List<ProfileMerge> merges) {}
