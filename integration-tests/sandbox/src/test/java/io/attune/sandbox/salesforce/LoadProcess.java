package io.attune.sandbox.salesforce;

import static org.awaitility.Awaitility.await;

import io.attune.database.Database;
import io.attune.ingest.IngestSettings;
import io.attune.ingest.IngestSettingsReader;
import io.attune.ingest.KafkaMessages;
import io.attune.ingest.Mappings;
import io.attune.ingest.WatermarkStore;
import io.attune.ingest.salesforce.SalesforceFailures;
import io.attune.ingest.salesforce.SalesforceLimits;
import io.attune.ingest.salesforce.SalesforcePages;
import io.attune.ingest.salesforce.SalesforceReader;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A hub of which only the way from Salesforce into Kafka runs, from its own route files, in a process that can be killed.
 * It ends by itself when the first load is complete.
 */
public final class LoadProcess {
    private static final String[] ROUTES = {
        "errors", "connections", "ingest/salesforce-contacts", "ingest/salesforce-read", "ingest/publish"
    };

    private LoadProcess() {}

    /** Stands for the leadership of a single node. */
    public static final class Leads {
        public boolean holds(String name) {
            return name.equals("pollers");
        }
    }

    /**
     * Runs until the load is complete.
     *
     * @param arguments the checkout, and a file of properties
     */
    public static void main(String[] arguments) throws Exception {
        Path root = Path.of(arguments[0]);
        Properties keys = new Properties();
        try (var reader = Files.newBufferedReader(Path.of(arguments[1]))) {
            keys.load(reader);
        }
        DefaultCamelContext camel = context(root, keys);
        WatermarkStore store = new WatermarkStore(database(keys), Clock.systemUTC());
        camel.start();
        await().pollInterval(Duration.ofMillis(100))
                .atMost(Duration.ofMinutes(10))
                .until(() -> store.read("salesforce")
                        .filter(position -> position.has("newest"))
                        .isPresent());
        camel.stop();
        System.out.println("peak heap " + peak() / 1024 / 1024 + " MB");
    }

    private static DefaultCamelContext context(Path root, Properties keys) throws Exception {
        DefaultCamelContext camel = new DefaultCamelContext();
        camel.disableJMX();
        camel.getShutdownStrategy().setTimeout(5);
        camel.getPropertiesComponent().setInitialProperties(keys);
        Clock clock = Clock.systemUTC();
        Path connectors = root.resolve("connectors-config");
        IngestSettings settings = IngestSettingsReader.read(connectors, Duration.ofHours(24));
        SalesforceLimits limits = new SalesforceLimits(0.8, Duration.ofMinutes(15), clock, new SimpleMeterRegistry());
        SalesforceReader reader = new SalesforceReader(
                new WatermarkStore(database(keys), clock),
                () -> Long.parseLong(keys.getProperty("test.epoch")),
                limits,
                clock,
                Duration.ofMinutes(5));
        camel.getRegistry().bind("leadership", new Leads());
        camel.getRegistry().bind("mappings", new Mappings(connectors, settings));
        camel.getRegistry().bind("kafkaMessages", new KafkaMessages());
        camel.getRegistry().bind("salesforceLimits", limits);
        camel.getRegistry().bind("salesforceReader", reader);
        camel.getRegistry()
                .bind("salesforcePages", new SalesforcePages(settings.limits().maximumTextLength()));
        camel.getRegistry().bind("salesforceFailures", new SalesforceFailures(reader, limits));
        camel.getCamelContextExtension()
                .addInterceptStrategy(new Interruption(
                        keys.getProperty("test.step"), Integer.parseInt(keys.getProperty("test.times"))));
        for (String file : ROUTES) {
            String name = file + ".camel.yaml";
            String text = Files.readString(root.resolve("routes").resolve(name));
            PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString(name, text));
        }
        return camel;
    }

    private static Database database(Properties keys) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(keys.getProperty("test.database"));
        return new Database(dataSource);
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
