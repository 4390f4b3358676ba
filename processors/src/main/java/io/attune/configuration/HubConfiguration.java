package io.attune.configuration;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;

/**
 * The node itself.
 *
 * @param home definitions: routes, connectors, models, campaigns
 * @param data what the hub writes
 * @param publicUrl base of links and signatures, without a slash at the end
 * @param now development only: the instant at which the clock starts
 * @param keyset file of the keys
 * @param ledgerRetention how long a repeated record is recognized
 * @param triggerMaximumAge age from which an event no longer triggers
 * @param scoreAt hour of the day, UTC, at which everybody is scored
 */
public record HubConfiguration(
        Path home,
        Path data,
        String nodeName,
        URI publicUrl,
        Optional<Instant> now,
        Path keyset,
        Duration ledgerRetention,
        Duration triggerMaximumAge,
        LocalTime scoreAt) {
    static HubConfiguration read(Values values) {
        Path data = Path.of(values.text("attune.data"));
        return new HubConfiguration(
                Path.of(values.text("attune.home")),
                data,
                values.text("attune.node-name"),
                values.url("attune.public-url"),
                values.instant("attune.clock.now"),
                values.find("attune.encryption.keyset")
                        .map(text -> Path.of(text.startsWith("file:") ? text.substring(5) : text))
                        .orElse(data.resolve("keyset.json")),
                values.duration("attune.ledger.retention"),
                values.duration("attune.trigger.maximum-age"),
                values.time("attune.score.at"));
    }
}
