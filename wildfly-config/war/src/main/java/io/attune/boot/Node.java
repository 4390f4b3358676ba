package io.attune.boot;

import com.hazelcast.core.HazelcastInstance;
import io.attune.configuration.Configuration;
import io.attune.database.Database;
import io.attune.database.Migrations;
import io.attune.route.RouteLoader;
import io.attune.route.RouteWatch;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.transaction.TransactionManager;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One node of the hub: starts its parts in order when the application starts, lends them to whoever injects them, and stops
 * them in the opposite order. A part that does not start stops the deployment and says why.
 */
@ApplicationScoped
public class Node {
    private static final Logger LOG = LoggerFactory.getLogger(Node.class);
    private static final Duration ROUTE_WATCH = Duration.ofSeconds(1);

    @Resource(lookup = "java:jboss/datasources/attune")
    private DataSource dataSource;

    @Resource(lookup = "java:jboss/TransactionManager")
    private TransactionManager transactions;

    @Resource
    private ManagedThreadFactory threads;

    private final Deque<Part> started = new ArrayDeque<>();
    private Configuration configuration;
    private Clock clock;
    private Database database;
    private PrometheusMeterRegistry meters;
    private DefaultCamelContext camel;
    private RouteLoader routes;

    private record Part(String name, AutoCloseable close) {}

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) throws Exception {
        try {
            startParts();
        } catch (Exception failure) {
            LOG.error("The node does not start: {}", failure.getMessage());
            stop();
            throw failure;
        }
    }

    private void startParts() throws Exception {
        configuration = Configuration.load();
        clock = configuration.clock();
        database = new Database(dataSource);
        Migrations.migrate(dataSource);
        meters = Meters.registry();
        started.push(new Part("metrics", meters::close));
        HazelcastInstance memory = SharedMemory.join(configuration);
        started.push(new Part("shared memory", memory::shutdown));

        camel = CamelFactory.create(configuration, transactions, threads, meters);
        beans().forEach(camel.getRegistry()::bind);
        camel.start();
        started.push(new Part("Camel", camel::stop));
        routes = new RouteLoader(camel, configuration.hub().home().resolve("routes"), clock);
        routes.refresh();
        started.push(new Part(
                "route watch",
                new RouteWatch(
                        routes,
                        camel.getExecutorServiceManager().newSingleThreadScheduledExecutor(this, "route-watch"),
                        ROUTE_WATCH)));
    }

    private Map<String, Object> beans() {
        Map<String, Object> beans = new java.util.HashMap<>();
        beans.put("attune", dataSource);
        configuration.pointOfSale().ifPresent(tills -> beans.put("pos", Tills.dataSource(tills)));
        return beans;
    }

    @PreDestroy
    void stop() {
        while (!started.isEmpty()) {
            Part part = started.pop();
            try {
                part.close().close();
            } catch (Exception failure) {
                LOG.warn("{} did not stop in order", part.name(), failure);
            }
        }
    }

    @Produces
    Configuration configuration() {
        return configuration;
    }

    @Produces
    Clock clock() {
        return clock;
    }

    @Produces
    Database database() {
        return database;
    }

    @Produces
    PrometheusMeterRegistry meters() {
        return meters;
    }

    @Produces
    CamelContext camel() {
        return camel;
    }

    @Produces
    RouteLoader routes() {
        return routes;
    }
}
