package io.attune.ingest.salesforce;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.component.salesforce.api.SalesforceException;
import org.apache.camel.component.salesforce.api.dto.RestError;

/**
 * Tells the failures of a poll apart (bean {@code salesforceFailures}): calls that are used up, refusals that come again
 * however often one asks, and trouble that passes. Stateless and thread-safe.
 */
public final class SalesforceFailures {
    /** Exchange property: the {@link Reading} of the poll. */
    public static final String READING = "attuneReading";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Integer> FOR_GOOD = List.of(400, 404, 405, 414, 431);

    private final SalesforceReader reader;
    private final SalesforceLimits limits;

    public SalesforceFailures(SalesforceReader reader, SalesforceLimits limits) {
        this.reader = reader;
        this.limits = limits;
    }

    /** Whether the organization's calls are used up. */
    public boolean isExhausted(Exchange exchange) {
        return cause(exchange).stream()
                .flatMap(failure -> errors(failure).stream())
                .anyMatch(error -> "REQUEST_LIMIT_EXCEEDED".equals(error.getErrorCode()));
    }

    /** Whether the same request will be refused again. */
    public boolean isRefused(Exchange exchange) {
        return cause(exchange)
                .filter(failure -> FOR_GOOD.contains(failure.getStatusCode()))
                .isPresent();
    }

    /** Lets all polling and writing pause. */
    public void pause() {
        limits.exhausted();
    }

    /** Ends the poll; a load whose job is gone begins anew. */
    public void refuse(Exchange exchange) {
        Reading reading = exchange.getProperty(READING, Reading.class);
        String reason = cause(exchange)
                .map(failure -> "Salesforce answered " + failure.getStatusCode() + " "
                        + errors(failure).stream()
                                .map(error -> error.getErrorCode() + ": " + error.getMessage())
                                .collect(Collectors.joining("; ")))
                .orElse("Salesforce refused");
        exchange.setProperty(
                READING, isLogin(exchange) ? reader.heldUp(reading, reason) : reader.refused(reading, reason));
    }

    /** Whether it is the login that was refused, whose codes OAuth writes in small letters: a job is not lost by that. */
    private static boolean isLogin(Exchange exchange) {
        return cause(exchange).stream()
                .flatMap(failure -> errors(failure).stream())
                .anyMatch(error -> String.valueOf(error.getErrorCode()).matches("[a-z_]+"));
    }

    private static Optional<SalesforceException> cause(Exchange exchange) {
        Optional<SalesforceException> found = Optional.empty();
        Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        while (failure != null) {
            if (failure instanceof SalesforceException salesforce) {
                found = Optional.of(salesforce);
            }
            failure = failure.getCause();
        }
        return found;
    }

    private static List<RestError> errors(SalesforceException failure) {
        return Optional.ofNullable(failure.getErrors())
                .filter(errors -> !errors.isEmpty())
                .orElseGet(() -> answered(String.valueOf(failure.getMessage())));
    }

    /** Of raw calls, Camel has the text of the answer only, as the message. */
    private static List<RestError> answered(String text) {
        List<RestError> errors = new ArrayList<>();
        try {
            for (JsonNode error : JSON.readTree(text)) {
                if (error.has("errorCode")) {
                    errors.add(new RestError(
                            error.path("errorCode").asText(),
                            error.path("message").asText()));
                }
            }
        } catch (JsonProcessingException e) {
            // Not an answer of Salesforce, but of something on the way to it.
            return List.of();
        }
        return errors;
    }
}
