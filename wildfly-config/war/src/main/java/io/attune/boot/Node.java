package io.attune.boot;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.TransactionManager;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One node of the hub: starts when the application does and stops with it. When a part does not start, the deployment
 * fails and says why. Thread-safe.
 */
@ApplicationScoped
public class Node {
    private static final Logger LOG = LoggerFactory.getLogger(Node.class);

    @Resource(lookup = "java:jboss/datasources/attune")
    private DataSource dataSource;

    @Resource(lookup = "java:jboss/TransactionManager")
    private TransactionManager transactions;

    @Resource
    private ManagedThreadFactory threads;

    private final Shutdown shutdown = new Shutdown();
    private volatile Parts parts;

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) throws Exception {
        try {
            parts = new Assembly(dataSource, transactions, threads, shutdown).start();
        } catch (Exception failure) {
            LOG.error("The node does not start: {}", failure.getMessage());
            shutdown.run();
            throw failure;
        }
    }

    /** The node's parts; absent while it starts. */
    public Optional<Parts> running() {
        return Optional.ofNullable(parts);
    }

    @PreDestroy
    void stop() {
        parts = null;
        shutdown.run();
    }
}
