package io.attune.boot;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.transaction.TransactionManager;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** Starts the Camel context when the application starts and stops it in order when the application goes. */
@ApplicationScoped
public class CamelBoot {
    @Resource(lookup = "java:jboss/TransactionManager")
    private TransactionManager transactions;

    @Resource
    private ManagedThreadFactory threads;

    private final DefaultCamelContext camel = new DefaultCamelContext(false);

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) throws Exception {
        camel.setApplicationContextClassLoader(CamelBoot.class.getClassLoader());
        camel.getCamelContextExtension().setName("attune");
        camel.getExecutorServiceManager().setThreadPoolFactory(new ManagedThreads(threads));
        camel.getRegistry().bind("required", new JtaPolicy(transactions));
        camel.build();
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("timer:heartbeat").routeId("heartbeat").to("log:heartbeat");
            }
        });
        camel.start();
    }

    @Produces
    CamelContext camelContext() {
        return camel;
    }

    @PreDestroy
    void stop() {
        camel.stop();
    }
}
