package io.attune.configuration;

import java.time.Duration;

/** The database of the tills. */
public record PointOfSaleConfiguration(
        String url, String user, String password, Duration pollInterval, Duration overlap) {
    static PointOfSaleConfiguration read(Values values) {
        return new PointOfSaleConfiguration(
                values.text("attune.pos.url"),
                values.text("attune.pos.user"),
                values.text("attune.pos.password"),
                values.duration("attune.pos.poll-interval"),
                values.duration("attune.pos.overlap"));
    }

    @Override
    public String toString() {
        return user + " at " + url;
    }
}
