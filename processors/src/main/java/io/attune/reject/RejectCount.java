package io.attune.reject;

import java.time.Instant;

/** How many rejects of one source failed for one reason, and when the first and the last of them did. */
public record RejectCount(
        String source, String stage, String code, String state, long rejects, Instant oldest, Instant newest) {}
