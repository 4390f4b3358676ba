package io.attune.ingest.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.RestError;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

/** Telling failures apart needs neither a reader nor limits. */
class SalesforceFailuresTest {
    private final SalesforceFailures failures = new SalesforceFailures(null, null);

    @Test
    void exhaustedCallsAreRecognisedWhereverTheCodeStands() {
        assertThat(isExhausted(new SalesforceException(List.of(new RestError("REQUEST_LIMIT_EXCEEDED", "no")), 403)))
                .isTrue();
        assertThat(isExhausted(new SalesforceException(
                        "[{\"message\":\"TotalRequests Limit exceeded.\",\"errorCode\":\"REQUEST_LIMIT_EXCEEDED\"}]",
                        403)))
                .as("a raw call: Camel reads nothing of the answer")
                .isTrue();
    }

    @Test
    void otherAnswersAreNone() {
        assertThat(isExhausted(new SalesforceException("[{\"errorCode\":\"INVALID_FIELD\"}]", 400)))
                .isFalse();
        assertThat(isExhausted(new SalesforceException("<html>REQUEST_LIMIT_EXCEEDED</html>", 502)))
                .isFalse();
        assertThat(isExhausted(new SalesforceException("", 503))).isFalse();
        assertThat(isExhausted(new IllegalStateException("REQUEST_LIMIT_EXCEEDED")))
                .isFalse();
    }

    private boolean isExhausted(Exception failure) {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.setProperty(Exchange.EXCEPTION_CAUGHT, new CamelExecutionException("wrapped", exchange, failure));
        return failures.isExhausted(exchange);
    }
}
