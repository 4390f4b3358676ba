package io.attune.pipeline;

import io.attune.monitoring.PipelineMeters;
import java.time.Duration;
import java.util.Optional;
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
    private Optional<ProducerTemplate> sender = Optional.empty();

    public BatchDispatch(PipelineMeters meters) {
        this.runner = new BatchRunner(meters);
        this.meters = meters;
    }

    /**
     * Sends a batch.
     *
     * @throws Exception what stands in the way outside of the records; Kafka then hands the batch over again
     */
    public void send(RecordBatch batch, Exchange exchange) throws Exception {
        ProducerTemplate template = sender(exchange.getContext());
        long started = System.nanoTime();
        runner.run(batch, part -> {
            Exchange answer = template.send(
                    ROUTE,
                    ExchangePattern.InOut,
                    message -> message.getMessage().setBody(part));
            if (answer.getException() != null) {
                throw answer.getException();
            }
        });
        meters.committed(Duration.ofNanos(System.nanoTime() - started));
    }

    private synchronized ProducerTemplate sender(CamelContext camel) {
        if (sender.isEmpty() || !sender.get().getCamelContext().equals(camel)) {
            sender = Optional.of(camel.createProducerTemplate());
        }
        return sender.get();
    }
}
