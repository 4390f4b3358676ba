package io.attune.registry;

/**
 * A version at a glance.
 *
 * @param champion whether it is the one that scores
 * @param problem why it cannot score; empty when it can
 */
public record VersionSummary(
        String model,
        String version,
        boolean champion,
        String algorithm,
        String auc,
        String trainedAt,
        String problem) {}
