package io.attune.database;

import java.util.concurrent.Callable;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.spi.TransactedPolicy;
import org.apache.camel.support.processor.DelegateAsyncProcessor;

/** Camel's {@code transacted} over {@link LocalTransactions}: register it as {@code PROPAGATION_REQUIRED}. */
public final class LocalTransactionPolicy implements TransactedPolicy {
    private final LocalTransactions transactions;

    public LocalTransactionPolicy(LocalTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void beforeWrap(Route route, NamedNode definition) {
        // Nothing to prepare.
    }

    @Override
    public Processor wrap(Route route, Processor processor) {
        return new Transacted(processor);
    }

    private final class Transacted extends DelegateAsyncProcessor {
        private Transacted(Processor processor) {
            super(processor);
        }

        @Override
        public boolean process(Exchange exchange, AsyncCallback callback) {
            try {
                process(exchange);
            } catch (Exception e) {
                exchange.setException(e);
            }
            callback.done(true);
            return true;
        }

        @Override
        public void process(Exchange exchange) throws Exception {
            Callable<Exchange> work = () -> {
                processor.process(exchange);
                if (exchange.getException() != null) {
                    throw exchange.getException();
                }
                return exchange;
            };
            transactions.call(work);
        }
    }
}
