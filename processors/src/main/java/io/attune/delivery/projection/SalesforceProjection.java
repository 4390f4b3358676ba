package io.attune.delivery.projection;

import io.attune.consent.Channel;
import io.attune.delivery.CamelCalls;
import io.attune.delivery.FailedCall;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;

/**
 * The steps of the route that writes segments and scores into Salesforce contacts (bean {@code salesforceProjection}).
 * Thread-safe.
 *
 * <p>{@link #claim}: body = a list of batches; split into {@link #prepare}, where {@code attuneSend} says so breaker({@code
 * salesforce:raw} with {@code rawMethod=PATCH} and {@code rawPath=/services/data/v…/composite/sobjects/Contact/Id}), {@link
 * #answered}. While the organization's calls are used up, nothing is claimed, and what was claimed before waits for the end of the
 * pause without losing an attempt.
 */
public final class SalesforceProjection {

    private static final String BATCH = "attuneBatch";
    private static final String SEND = "attuneSend";

    private final Projections projections;
    private final SalesforceContacts contacts;
    private final CallLimit limit;

    public SalesforceProjection(Projections projections, SalesforceContacts contacts, CallLimit limit) {
        this.projections = projections;
        this.contacts = contacts;
        this.limit = limit;
    }

    /** Claims at most {@code most} people, in batches of at most 200 contacts; nobody while a pause lasts. */
    public List<ContactBatch> claim(int most) {
        return limit.pausedUntil().isPresent()
                ? List.of()
                : contacts.batches(projections.claim(Channel.SALESFORCE, most));
    }

    /** Body in: a {@link ContactBatch}. Body out: the JSON of the collections upsert. */
    public void prepare(Exchange exchange) throws InvalidPayloadException {
        ContactBatch batch = exchange.getMessage().getMandatoryBody(ContactBatch.class);
        exchange.setProperty(BATCH, batch);
        exchange.setProperty(SEND, limit.pausedUntil().isEmpty());
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "application/json");
        exchange.getMessage().setBody(contacts.payload(batch));
    }

    /** After the call, with its exception caught, or where a pause forbade it: records how each contact fared. */
    public void answered(Exchange exchange) {
        ContactBatch batch = exchange.getProperty(BATCH, ContactBatch.class);
        projections.record(Channel.SALESFORCE, outcomes(exchange, batch));
        CamelCalls.clear(exchange);
    }

    private List<ProjectionOutcome> outcomes(Exchange exchange, ContactBatch batch) {
        boolean sent = exchange.getProperty(SEND, true, Boolean.class);
        Optional<Throwable> failure = CamelCalls.failure(exchange);
        if (!sent || failure.isPresent()) {
            Optional<Instant> paused = limit.pausedUntil();
            if (paused.isPresent()) {
                return contacts.held(batch, paused.get());
            }
        }
        if (!sent) {
            return contacts.retry(batch, "calls were used up");
        }
        if (CamelCalls.shortCircuited(exchange)) {
            return contacts.retry(batch, "circuit breaker open");
        }
        return failure.map(lost -> contacts.retry(batch, FailedCall.describe(lost)))
                .orElseGet(() -> heldByLimit(
                        contacts.outcomes(batch, exchange.getMessage().getBody(String.class))));
    }

    /** A collection may be refused contact by contact, within an answer of 200. */
    private List<ProjectionOutcome> heldByLimit(List<ProjectionOutcome> outcomes) {
        if (outcomes.stream().noneMatch(SalesforceContacts::isLimit)) {
            return outcomes;
        }
        limit.exhausted();
        return limit.pausedUntil()
                .map(until -> outcomes.stream()
                        .map(outcome -> SalesforceContacts.isLimit(outcome)
                                ? SalesforceContacts.held(outcome.claim(), until)
                                : outcome)
                        .toList())
                .orElse(outcomes);
    }
}
