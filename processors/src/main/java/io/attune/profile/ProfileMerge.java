package io.attune.profile;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Two profiles turned out to be one person: the nodes of {@code merged} now belong to {@code survivor}. */
public record ProfileMerge(UUID merged, UUID survivor) {
    /** Both sides of all of them. */
    public static Set<UUID> profiles(Collection<ProfileMerge> merges) {
        return merges.stream()
                .flatMap(merge -> Stream.of(merge.merged(), merge.survivor()))
                .collect(Collectors.toSet());
    }
}
