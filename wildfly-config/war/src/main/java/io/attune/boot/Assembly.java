package io.attune.boot;

import com.hazelcast.core.HazelcastInstance;
import io.attune.configuration.Configuration;
import io.attune.database.Migrations;
import io.attune.delivery.ChannelSwitch;
import io.attune.hub.Hub;
import io.attune.hub.Surroundings;
import io.attune.hub.TimeOrderedIds;
import io.attune.jmx.Beans;
import io.attune.jmx.HubBeans;
import io.attune.route.RouteLoader;
import io.attune.route.RouteWatch;
import io.attune.status.RecentStatus;
import io.attune.status.StatusMetrics;
import io.attune.status.StatusReader;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.transaction.TransactionManager;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.camel.impl.DefaultCamelContext;

/** Starts a node's parts in order, and notes for each how it stops. Used once. */
final class Assembly {
    private static final Duration ROUTE_WATCH = Duration.ofSeconds(1);
    private static final int CONSOLE_REFRESH_SECONDS = 5;

    private final DataSource dataSource;
    private final TransactionManager transactions;
    private final ManagedThreadFactory threads;
    private final Shutdown shutdown;

    Assembly(DataSource dataSource, TransactionManager transactions, ManagedThreadFactory threads, Shutdown shutdown) {
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.threads = threads;
        this.shutdown = shutdown;
    }

    Parts start() {
        Configuration configuration = Configuration.load();
        Clock clock = configuration.clock();
        Migrations.migrate(dataSource);
        PrometheusMeterRegistry meters = Meters.registry();
        shutdown.add("metrics", meters::close);
        HazelcastInstance memory = SharedMemory.join(configuration);
        shutdown.add("shared memory", memory::shutdown);

        DefaultCamelContext camel = CamelFactory.create(configuration, transactions, threads, meters);
        Hub hub = new Hub(new Surroundings(
                configuration,
                dataSource,
                clock,
                new TimeOrderedIds(clock, new SecureRandom()),
                memory,
                meters,
                camel));
        hub.beans().forEach(camel.getRegistry()::bind);
        camel.start();
        shutdown.add("Camel", camel::stop);
        Path home = configuration.hub().home();
        RouteLoader routes =
                new RouteLoader(camel, home.resolve("routes"), home.resolve("connectors-config/kamelets"), clock);
        routes.refresh();
        hub.start();
        shutdown.add("hub", hub);

        StatusReader status =
                new StatusReader(hub.database(), clock, configuration.hub().nodeName());
        RecentStatus recent = new RecentStatus(status::read, System::nanoTime);
        Parts parts = new Parts(
                configuration,
                clock,
                hub,
                camel,
                routes,
                meters,
                status,
                new StatusMetrics(recent, meters),
                new ChannelSwitch(hub.database(), clock));
        repeat(parts, recent);
        return parts;
    }

    private void repeat(Parts parts, RecentStatus recent) {
        ScheduledExecutorService clockwork =
                parts.camel().getExecutorServiceManager().newSingleThreadScheduledExecutor(this, "node");
        ScheduledFuture<?> connectors = clockwork.scheduleWithFixedDelay(
                parts.hub().connectors()::refresh,
                ROUTE_WATCH.toMillis(),
                ROUTE_WATCH.toMillis(),
                TimeUnit.MILLISECONDS);
        shutdown.add("connectors watch", () -> connectors.cancel(false));
        shutdown.add("route watch", new RouteWatch(parts.routes(), clockwork, ROUTE_WATCH));
        HubBeans console = new HubBeans(
                new Beans(ManagementFactory.getPlatformMBeanServer()),
                parts.configuration().hub().nodeName(),
                parts.hub(),
                parts.routes(),
                parts.channels(),
                recent);
        shutdown.add("console beans", console);
        ScheduledFuture<?> refreshing =
                clockwork.scheduleWithFixedDelay(console::refresh, 0, CONSOLE_REFRESH_SECONDS, TimeUnit.SECONDS);
        shutdown.add("console refresh", () -> refreshing.cancel(false));
    }
}
