package io.attune.delivery.projection;

import io.attune.consent.Channel;
import io.attune.delivery.CamelCalls;
import io.attune.delivery.FailedCall;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;

/**
 * The steps of the route that writes segments and scores into Salesforce contacts (bean {@code salesforceProjection}).
 * Thread-safe.
 *
 * <p>{@link #claim}: body = a list of batches; split into {@link #prepare}, breaker({@code salesforce:raw} with {@code
 * rawMethod=PATCH} and {@code rawPath=/services/data/v…/composite/sobjects/Contact/Id}), {@link #answered}.
 */
public final class SalesforceProjection {

    private static final String BATCH = "attuneBatch";

    private final Projections projections;
    private final SalesforceContacts contacts;

    public SalesforceProjection(Projections projections, SalesforceContacts contacts) {
        this.projections = projections;
        this.contacts = contacts;
    }

    /** Claims at most {@code most} people, in batches of at most 200 contacts. */
    public List<ContactBatch> claim(int most) {
        return contacts.batches(projections.claim(Channel.SALESFORCE, most));
    }

    /** Body in: a {@link ContactBatch}. Body out: the JSON of the collections upsert. */
    public void prepare(Exchange exchange) throws InvalidPayloadException {
        ContactBatch batch = exchange.getMessage().getMandatoryBody(ContactBatch.class);
        exchange.setProperty(BATCH, batch);
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "application/json");
        exchange.getMessage().setBody(contacts.payload(batch));
    }

    /** After the call, or with its exception caught: records how each contact fared. */
    public void answered(Exchange exchange) {
        ContactBatch batch = exchange.getProperty(BATCH, ContactBatch.class);
        boolean skipped = CamelCalls.shortCircuited(exchange);
        List<ProjectionOutcome> outcomes = skipped
                ? contacts.retry(batch, "circuit breaker open")
                : CamelCalls.failure(exchange)
                        .map(failure -> contacts.retry(batch, FailedCall.describe(failure)))
                        .orElseGet(() ->
                                contacts.outcomes(batch, exchange.getMessage().getBody(String.class)));
        projections.record(Channel.SALESFORCE, outcomes);
        CamelCalls.clear(exchange);
    }
}
