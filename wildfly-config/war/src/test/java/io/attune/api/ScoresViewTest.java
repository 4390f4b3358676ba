package io.attune.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.memory.HotVector;
import io.attune.score.Explanation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ScoresViewTest {
    private static final HotVector VECTOR = new HotVector(
            new UUID(0, 1),
            3,
            Instant.parse("2026-01-01T00:00:00Z"),
            Map.of("orders_90d", 2.0, "health_purchases", 1.0),
            Map.of());
    private static final Explanation EXPLANATION = new Explanation(
            "1",
            0.7,
            0.1,
            List.of(
                    new Explanation.Reason("health_purchases", "1", 0.9, "Health purchases: 1 (raises the score)"),
                    new Explanation.Reason("orders_90d", "2", -0.2, "Orders in 90 days: 2 (lowers the score)")));

    @Test
    void showsNeitherValueNorReasonOfWhatTheCallerMayNotSee() {
        ScoresView view = ScoresView.of(VECTOR, Map.of("churn", EXPLANATION), "health_purchases"::equals);

        assertThat(view.features()).containsOnlyKeys("orders_90d");
        assertThat(view.explanations().get("churn").reasons())
                .extracting(Explanation.Reason::feature)
                .containsExactly("orders_90d");
        assertThat(view.withheld()).containsExactly("health_purchases");
    }

    @Test
    void showsAllToWhoeverMaySeeIt() {
        ScoresView view = ScoresView.of(VECTOR, Map.of("churn", EXPLANATION), feature -> false);

        assertThat(view.features()).isEqualTo(VECTOR.features());
        assertThat(view.explanations()).containsEntry("churn", EXPLANATION);
        assertThat(view.withheld()).isEmpty();
    }
}
