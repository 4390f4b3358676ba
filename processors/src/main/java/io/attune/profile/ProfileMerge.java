package io.attune.profile;

import java.util.UUID;

/** Two profiles turned out to be one person: the nodes of {@code merged} now belong to {@code survivor}. */
public record ProfileMerge(UUID merged, UUID survivor) {}
