package io.attune.ingest.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.delivery.MovableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

class SalesforceLimitsTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final MovableClock clock = new MovableClock(Instant.parse("2026-06-01T12:00:00Z"));
    private final SalesforceLimits limits = new SalesforceLimits(0.8, Duration.ofMinutes(15), clock, meters);

    @Test
    void pausesFromTheThresholdOnAndForAWhile() {
        told("api-usage=79/100");
        assertThat(limits.open()).isTrue();
        told("per-app-api-usage=99/100(appName=hub), api-usage=80/100");
        assertThat(limits.open()).isFalse();
        assertThat(limits.pause().orElseThrow().reason()).contains("80 of 100");
        clock.advance(Duration.ofMinutes(15));
        assertThat(limits.open()).isTrue();
    }

    @Test
    void onePauseIsCountedOnce() {
        limits.exhausted();
        limits.exhausted();
        assertThat(meters.get("attune.salesforce.pauses")
                        .tag("kind", "refused")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("attune.salesforce.paused").gauge().value()).isEqualTo(1);
    }

    @Test
    void answerThatTellsNothingChangesNothing() {
        told("");
        told("nonsense");
        assertThat(limits.open()).isTrue();
        assertThat(limits.usage()).isZero();
    }

    private void told(String header) {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.getMessage().setHeader("Sforce-Limit-Info", header);
        limits.note(exchange);
    }
}
