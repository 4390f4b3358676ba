package io.attune.status;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Statuses for tests. */
public final class Statuses {
    private Statuses() {}

    public static HubStatus empty() {
        return new HubStatus(
                Instant.EPOCH,
                Map.of(),
                Map.of(),
                0,
                0,
                0,
                0,
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** Two sources, one segment, one channel. */
    public static HubStatus busy() {
        return new HubStatus(
                Instant.EPOCH,
                Map.of("web", 7L, "pos", 3L),
                Map.of("web", 1L),
                1,
                5,
                2,
                4,
                Map.of("churn", 4L),
                Map.of("new", 2L),
                Map.of("sms", Map.of("sent", 2L, "failed", 1L)),
                Map.of("salesforce", Map.of("pending", 1L, "sending", 1L, "acknowledged", 3L)),
                List.of("sms"),
                Optional.of(new HubStatus.Latency(20, 90)),
                Optional.of("abc"));
    }
}
