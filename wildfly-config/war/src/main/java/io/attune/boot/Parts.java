package io.attune.boot;

import io.attune.configuration.Configuration;
import io.attune.delivery.ChannelSwitch;
import io.attune.hub.Hub;
import io.attune.route.RouteLoader;
import io.attune.status.StatusMetrics;
import io.attune.status.StatusReader;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import org.apache.camel.CamelContext;

/** What a running node consists of. */
public record Parts(
        Configuration configuration,
        Clock clock,
        Hub hub,
        CamelContext camel,
        RouteLoader routes,
        PrometheusMeterRegistry meters,
        StatusReader status,
        StatusMetrics metrics,
        ChannelSwitch channels) {}
