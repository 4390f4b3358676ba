package io.attune.configuration;

import java.time.Duration;

/**
 * How patient the outbox is.
 *
 * @param lease how long a claimed message is held by a node that does not report
 * @param settle how long after that a channel's search may still miss what it took
 */
public record DeliveryConfiguration(Duration lease, Duration settle) {
    static DeliveryConfiguration read(Values values) {
        return new DeliveryConfiguration(
                values.duration("attune.delivery.lease"), values.duration("attune.delivery.settle"));
    }
}
