package io.attune.pipeline;

import io.attune.monitoring.PipelineMeters;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.ProducerTemplate;

/**
 * Sends a batch through the route {@code direct:profile-batch} until all of it is committed (bean {@code batches}). The route is called on
 * the consumer's own thread, once for a good batch and more often for one that must be split. Thread-safe.
 */
public final class BatchDispatch {
    static final String ROUTE = "direct:profile-batch";

    private final BatchRunner runner;
    private final PipelineMeters meters;

    public BatchDispatch(PipelineMeters meters) {
        this.runner = new BatchRunner(meters);
        this.meters = meters;
    }

    public void send(RecordBatch batch, Exchange exchange) throws Exception {
        CamelContext context = exchange.getContext();
        ProducerTemplate template = context.getRegistry().lookupByNameAndType(ROUTE, ProducerTemplate.class);
        long started = System.nanoTime();
        if (template == null) {
            template = context.createProducerTemplate();
            context.getRegistry().bind(ROUTE, template);
        }
        ProducerTemplate sender = template;
        runner.run(batch, part -> {
            Exchange answer = sender.send(
                    ROUTE,
                    ExchangePattern.InOut,
                    message -> message.getMessage().setBody(part));
            if (answer.getException() != null) {
                throw answer.getException();
            }
        });
        meters.committed(Duration.ofNanos(System.nanoTime() - started));
    }
}
