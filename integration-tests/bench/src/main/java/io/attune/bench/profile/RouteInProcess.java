package io.attune.bench.profile;

import com.hazelcast.core.HazelcastInstance;
import io.attune.configuration.Configuration;
import io.attune.database.LocalTransactionPolicy;
import io.attune.database.LocalTransactions;
import io.attune.hub.Hub;
import io.attune.hub.Surroundings;
import io.attune.hub.TimeOrderedIds;
import io.attune.memory.LocalHazelcast;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/**
 * The hub's profile route from its own file, with all real stages, in a Camel context of its own: nothing else of the hub
 * runs beside it, so that what is measured is the route. It stands still until it is told to run.
 */
final class RouteInProcess implements AutoCloseable {
    private static final String ROUTE = "profile-consume";

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final HazelcastInstance memory = LocalHazelcast.alone("bench");
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final Hub hub;

    /**
     * Builds the route.
     *
     * @param root the checkout
     * @param keys of the hub's configuration
     * @param dataSource of the hub's database, which has been migrated
     */
    RouteInProcess(Path root, Map<String, String> keys, DataSource dataSource) throws Exception {
        LocalTransactions transactions = new LocalTransactions(dataSource);
        Configuration configuration = Configuration.load(Map.of(), keys);
        camel.disableJMX();
        camel.setAutoStartup(false);
        Properties properties = new Properties();
        properties.putAll(configuration.asMap());
        camel.getPropertiesComponent().setInitialProperties(properties);
        camel.getRegistry().bind("required", new LocalTransactionPolicy(transactions));
        hub = new Hub(new Surroundings(
                configuration,
                transactions.dataSource(),
                configuration.clock(),
                new TimeOrderedIds(configuration.clock(), new SecureRandom()),
                memory,
                meters,
                camel));
        hub.beans().forEach(camel.getRegistry()::bind);
        for (String file : new String[] {"errors.camel.yaml", "profile/profile.camel.yaml"}) {
            String text = Files.readString(root.resolve("routes").resolve(file));
            PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString(file, text));
        }
        camel.start();
        camel.getRouteController().startRoute("profile-batch");
        camel.getRouteController().startRoute("profile-transaction");
    }

    void run() throws Exception {
        camel.getRouteController().startRoute(ROUTE);
    }

    void stand() throws Exception {
        camel.getRouteController().stopRoute(ROUTE);
    }

    /** How many records the route has committed and shown to the shared memory since it was built. */
    long done() {
        return (long) meters.find("attune.records").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    @Override
    public void close() {
        camel.stop();
        hub.close();
        memory.shutdown();
    }
}
