package io.attune.ingest.salesforce;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches how many of the organization's calls are used up, and lets the hub pause, polling and writing alike, before others cannot work (bean
 * {@code salesforceLimits}): when the used share passes a threshold, and when Salesforce refuses for that reason. The
 * organization's limit covers 24 rolling hours, so that after a pause one call tells whether to go on. Thread-safe.
 */
public final class SalesforceLimits {
    private static final Logger LOG = LoggerFactory.getLogger(SalesforceLimits.class);
    private static final String HEADER = "Sforce-Limit-Info";
    private static final Pattern USAGE = Pattern.compile("(?<![\\w-])api-usage=(\\d+)/(\\d+)");

    private final double threshold;
    private final Duration pause;
    private final Clock clock;
    private final MeterRegistry meters;
    private final AtomicReference<Optional<Pause>> current = new AtomicReference<>(Optional.empty());
    private volatile double usage;

    /**
     * A pause.
     *
     * @param until when calls are made again
     * @param reason in words
     */
    public record Pause(Instant until, String reason) {}

    /**
     * Nothing is used up at the start.
     *
     * @param threshold share of the organization's calls, 0 to 1, from which the hub pauses
     * @param pause how long
     */
    public SalesforceLimits(double threshold, Duration pause, Clock clock, MeterRegistry meters) {
        this.threshold = threshold;
        this.pause = pause;
        this.clock = clock;
        this.meters = meters;
        Gauge.builder("attune.salesforce.usage", () -> usage)
                .description("Share of the Salesforce organization's daily calls that is used up, 0 to 1, as last told")
                .register(meters);
        Gauge.builder("attune.salesforce.paused", () -> open() ? 0 : 1)
                .description("1 while calls to Salesforce pause because its calls run out")
                .register(meters);
    }

    /** Whether Salesforce may be called now. */
    public boolean open() {
        return pause().isEmpty();
    }

    /** The pause that lasts, if one does. */
    public Optional<Pause> pause() {
        return current.get().filter(lasting -> clock.instant().isBefore(lasting.until()));
    }

    /** The share of calls that is used up, 0 to 1, as Salesforce last told. */
    public double usage() {
        return usage;
    }

    /** Takes note of what an answer tells about the calls that are left. */
    public void note(Exchange exchange) {
        Matcher told = USAGE.matcher(exchange.getMessage().getHeader(HEADER, "", String.class));
        if (!told.find()) {
            return;
        }
        double most = Double.parseDouble(told.group(2));
        usage = most == 0 ? 0 : Double.parseDouble(told.group(1)) / most;
        if (usage >= threshold) {
            pause(
                    "share",
                    "%s of %s calls of the organization are used up, and the hub stops at %.0f %%"
                            .formatted(told.group(1), told.group(2), threshold * 100));
        }
    }

    /** Pauses because Salesforce refuses: its calls are used up. */
    public void exhausted() {
        pause("refused", "Salesforce refuses: the organization's calls are used up (REQUEST_LIMIT_EXCEEDED)");
    }

    private void pause(String kind, String reason) {
        if (open()) {
            Instant until = clock.instant().plus(pause);
            current.set(Optional.of(new Pause(until, reason)));
            Counter.builder("attune.salesforce.pauses")
                    .description("Pauses because calls run out: by share, or because Salesforce refused")
                    .tag("kind", kind)
                    .register(meters)
                    .increment();
            LOG.warn("Calls to Salesforce pause until {}: {}", until, reason);
        }
    }
}
