package io.attune.profile;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What is known of one person, in clear: handle it as personal data.
 *
 * @param version grows with every change; of two views the one with the larger version is newer
 * @param attributes those that survived, by name; an absent one is unknown
 * @param origins where each attribute comes from, and when it was stated
 * @param identifiers newest first within a kind
 * @param consents in force, one for each channel and purpose that any source spoke of
 * @param features Doubles, and Strings where they are categories; empty before the first computation
 * @param segments names of the segments that the person is in now
 */
public record ProfileView(
        UUID profile,
        long version,
        Instant createdAt,
        Instant changedAt,
        Map<String, String> attributes,
        Map<String, AttributeOrigin> origins,
        List<KnownIdentifier> identifiers,
        List<ConsentInForce> consents,
        Map<String, Object> features,
        Map<String, StoredScore> scores,
        List<String> segments) {
    public ProfileView {
        Objects.requireNonNull(profile, "profile");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(changedAt, "changedAt");
        attributes = Map.copyOf(attributes);
        origins = Map.copyOf(Objects.requireNonNullElse(origins, Map.of()));
        identifiers = List.copyOf(identifiers);
        consents = List.copyOf(consents);
        features = Map.copyOf(features);
        scores = Map.copyOf(scores);
        segments = List.copyOf(segments);
    }

    /** The newest identifier of a kind: the address to write to, the contact to update. */
    public Optional<String> identifier(String kind) {
        return identifiers.stream()
                .filter(identifier -> identifier.kind().equals(kind))
                .map(KnownIdentifier::value)
                .findFirst();
    }
}
