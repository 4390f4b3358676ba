package io.attune.ingest.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OverlapTest {
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    private static final Instant NEWEST = Instant.parse("2026-06-01T12:00:00Z");

    /** The hub's clock, which is an hour behind Salesforce's. */
    private static final Instant NOW = Instant.parse("2026-06-01T11:00:00Z");

    private final Overlap overlap = new Overlap();

    @Test
    void pollsReadBackUntilTheOverlapHasGoneByAndWasReadOnceMore() {
        read(NEWEST, 0);
        read(NEWEST, 240);
        assertThat(overlap.since(NEWEST, FIVE_MINUTES)).isEqualTo(NEWEST.minus(FIVE_MINUTES));
        read(NEWEST, 302);
        assertThat(overlap.since(NEWEST, FIVE_MINUTES)).isEqualTo(NEWEST);
    }

    @Test
    void newChangeIsReadBackFromAgain() {
        read(NEWEST, 0);
        read(NEWEST, 302);
        Instant newer = NEWEST.plusSeconds(1_000);
        read(newer, 400);
        assertThat(overlap.since(newer, FIVE_MINUTES)).isEqualTo(newer.minus(FIVE_MINUTES));
    }

    private void read(Instant newest, int second) {
        overlap.read(newest, NOW.plusSeconds(second), NOW.plusSeconds(second + 1), FIVE_MINUTES);
    }
}
