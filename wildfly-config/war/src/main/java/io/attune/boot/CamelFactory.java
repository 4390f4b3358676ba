package io.attune.boot;

import io.attune.configuration.Configuration;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.transaction.TransactionManager;
import java.util.Properties;
import org.apache.camel.component.micrometer.MicrometerConstants;
import org.apache.camel.component.micrometer.routepolicy.MicrometerRoutePolicyFactory;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.ModelToXMLDumper;
import org.apache.camel.xml.LwModelToXMLDumper;

/** Makes the node's Camel context, not yet started, with nothing in it but what the server lends. */
final class CamelFactory {
    /** The name by which routes ask for a transaction: {@code transacted: {ref: required}}; it is also the default. */
    static final String TRANSACTED = "required";

    private static final int STOP_SECONDS = 20;

    private CamelFactory() {}

    static DefaultCamelContext create(
            Configuration configuration,
            TransactionManager transactions,
            ManagedThreadFactory threads,
            MeterRegistry meters) {
        DefaultCamelContext camel = new DefaultCamelContext(false);
        camel.setApplicationContextClassLoader(CamelFactory.class.getClassLoader());
        camel.getCamelContextExtension().setName("attune");
        camel.getExecutorServiceManager().setThreadPoolFactory(new ManagedThreads(threads));
        camel.getRegistry().bind(TRANSACTED, new JtaPolicy(transactions));
        camel.getRegistry().bind(MicrometerConstants.METRICS_REGISTRY_NAME, meters);
        camel.addRoutePolicyFactory(new MicrometerRoutePolicyFactory());
        camel.getShutdownStrategy().setTimeout(STOP_SECONDS);
        Properties properties = new Properties();
        properties.putAll(configuration.asMap());
        camel.getPropertiesComponent().setInitialProperties(properties);
        camel.build();
        camel.getCamelContextExtension()
                .addContextPlugin(ModelToXMLDumper.class, new DrawableXml(new LwModelToXMLDumper()));
        return camel;
    }
}
