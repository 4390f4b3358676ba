package io.attune.segment;

import java.time.Instant;
import java.util.UUID;

/**
 * A person came into a segment or left it.
 *
 * @param since when the membership began, also of one that ends
 */
public record MembershipChange(UUID profile, String segment, Instant since, boolean entered) {}
