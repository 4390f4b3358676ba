package io.attune.sandbox.salesforce;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.processor.DelegateAsyncProcessor;

/** Halts the process, as a power cut does, before a step of a route is taken for the n-th time. */
final class Interruption implements InterceptStrategy {
    static final int KILLED = 137;

    private final String step;
    private final int times;
    private final AtomicInteger taken = new AtomicInteger();

    Interruption(String step, int times) {
        this.step = step;
        this.times = times;
    }

    @Override
    public Processor wrapProcessorInInterceptors(
            CamelContext context, NamedNode definition, Processor target, Processor next) {
        if (!step.equals(definition.getId())) {
            return target;
        }
        return new DelegateAsyncProcessor(target) {
            @Override
            public boolean process(Exchange exchange, AsyncCallback callback) {
                if (taken.incrementAndGet() == times) {
                    Runtime.getRuntime().halt(KILLED);
                }
                return super.process(exchange, callback);
            }
        };
    }
}
