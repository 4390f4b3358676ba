package io.attune.boot;

import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.support.DefaultThreadPoolFactory;

/**
 * Camel's thread pools over the server's managed threads, so that a route's step sees the application's class loader and
 * naming context. The threads keep the names that Camel gives them. Thread-safe.
 */
final class ManagedThreads extends DefaultThreadPoolFactory {
    private final ManagedThreadFactory managed;

    ManagedThreads(ManagedThreadFactory managed) {
        this.managed = managed;
    }

    @Override
    public ExecutorService newCachedThreadPool(ThreadFactory names) {
        return super.newCachedThreadPool(managed(names));
    }

    @Override
    public ExecutorService newThreadPool(
            int coreSize,
            int maximumSize,
            long keepAliveTime,
            TimeUnit unit,
            int maximumQueueSize,
            boolean allowCoreTimeOut,
            RejectedExecutionHandler rejected,
            ThreadFactory names) {
        return super.newThreadPool(
                coreSize,
                maximumSize,
                keepAliveTime,
                unit,
                maximumQueueSize,
                allowCoreTimeOut,
                rejected,
                managed(names));
    }

    @Override
    public ScheduledExecutorService newScheduledThreadPool(ThreadPoolProfile profile, ThreadFactory names) {
        return super.newScheduledThreadPool(profile, managed(names));
    }

    private ThreadFactory managed(ThreadFactory names) {
        return work -> {
            Thread thread = managed.newThread(work);
            thread.setName(names.newThread(work).getName());
            return thread;
        };
    }
}
