package io.attune.delivery;

import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;

/**
 * The steps of a deliver route for one message channel (beans {@code mandrill} and {@code twilio}). Thread-safe.
 *
 * <p>Around the HTTP call of one claim: {@link #prepare}; then, where {@code ${exchangeProperty.attuneSend}} is true, a
 * circuit breaker around the call and {@link #verify}, with an empty fallback; then {@link #answered}. To reconcile:
 * {@link #prepareSearch}, the same breaker, call and fallback, {@link #searched}. A lost or failed call must reach
 * {@code answered} or {@code searched} with its exception caught (the breaker's fallback, or {@code doTry}).
 *
 * <p>The call goes to the channel's base address; method, path, query, content type and authorization are set as
 * {@code CamelHttp*} and plain headers. Its end point needs {@code throwExceptionOnFailure=false}.
 */
public final class MessageDelivery {

    /** Exchange property: whether there is a call to make. */
    public static final String SEND = "attuneSend";

    private static final String CLAIM = "attuneClaim";

    private final MessageChannel channel;
    private final MessageComposer composer;
    private final Outbox outbox;

    public MessageDelivery(MessageChannel channel, MessageComposer composer, Outbox outbox) {
        this.channel = channel;
        this.composer = composer;
        this.outbox = outbox;
    }

    /**
     * Body in: a {@link Claim}. Asks the consent gate, writes the message, and makes the exchange the call that sends it.
     * Property {@code attuneSend} is false when the delivery has ended here.
     */
    public void prepare(Exchange exchange) throws InvalidPayloadException {
        Claim claim = exchange.getMessage().getMandatoryBody(Claim.class);
        exchange.setProperty(CLAIM, claim);
        exchange.setProperty(SEND, false);
        try {
            ChannelRequest request = channel.send(new Message(claim, composer.compose(claim)));
            if (outbox.permits(claim)) {
                CamelCalls.place(exchange, request);
                exchange.setProperty(SEND, true);
            }
        } catch (UncomposableException e) {
            outbox.record(claim, new Outcome.Failed(e.getMessage()));
        }
    }

    /**
     * Inside the circuit breaker, after the call.
     *
     * @throws ChannelUnavailable on 429 and server errors
     */
    public void verify(Exchange exchange) {
        CamelCalls.verify(exchange);
    }

    /** After the circuit breaker: decides what the answer, or its absence, means, and records it in the outbox. */
    public void answered(Exchange exchange) {
        Claim claim = exchange.getProperty(CLAIM, Claim.class);
        outbox.record(claim, outcome(exchange));
        CamelCalls.clear(exchange);
    }

    private Outcome outcome(Exchange exchange) {
        if (CamelCalls.shortCircuited(exchange)) {
            return new Outcome.Retry("circuit breaker open");
        }
        return CamelCalls.answer(exchange)
                .map(channel::sent)
                .orElseGet(() ->
                        CamelCalls.failure(exchange).map(FailedCall::outcome).orElse(new Outcome.Unknown("no answer")));
    }

    /** Body in: an {@link UnknownDelivery}. Makes the exchange the call that looks for it. */
    public void prepareSearch(Exchange exchange) throws InvalidPayloadException {
        UnknownDelivery unknown = exchange.getMessage().getMandatoryBody(UnknownDelivery.class);
        exchange.setProperty(CLAIM, unknown);
        CamelCalls.place(exchange, channel.search(unknown));
    }

    /** After the call that looked for an unknown delivery: settles it, or leaves it for later. */
    public void searched(Exchange exchange) {
        UnknownDelivery unknown = exchange.getProperty(CLAIM, UnknownDelivery.class);
        Reconciliation reconciliation = CamelCalls.answer(exchange)
                .map(answer -> channel.found(answer, unknown))
                .orElseGet(() -> new Reconciliation.Undecided(
                        CamelCalls.failure(exchange).map(FailedCall::describe).orElse("no answer")));
        outbox.reconciled(unknown, reconciliation);
        CamelCalls.clear(exchange);
    }
}
