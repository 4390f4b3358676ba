package io.attune.delivery.projection;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.consent.Channel;
import io.attune.delivery.CamelCalls;
import io.attune.delivery.ChannelAnswer;
import io.attune.delivery.ChannelRequest;
import io.attune.delivery.FailedCall;
import io.attune.delivery.Json;
import io.attune.delivery.MessageDelivery;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;

/**
 * The steps of the route that mirrors people into a Mailchimp audience (bean {@code mailchimp}). Thread-safe.
 *
 * <ol>
 *   <li>{@link #claim}: body = a {@link MemberBatch}; go on unless {@code ${body.empty}};
 *   <li>{@link #prepareBatch}; where {@code ${exchangeProperty.attuneSend}}: breaker(call, {@link #verify}), then {@link
 *       #batchAnswered};
 *   <li>{@link #members}: body = the claims still to do; split (at most 10 in parallel) into {@link #prepareMember}, where
 *       {@code attuneSend} breaker(call, {@code verify}), {@link #memberAnswered}; {@link #prepareTags}, where {@code
 *       attuneSend} breaker(call, {@code verify}), {@link #tagsAnswered};
 *   <li>{@link #record}.
 * </ol>
 *
 * <p>Once at the start: {@link #prepareMergeFields}, call, {@link #missingMergeFields}: body = a list; split into {@link
 * #place} and the call. The end point needs {@code throwExceptionOnFailure=false}.
 */
public final class MailchimpAudience {

    private static final String BATCH = "attuneBatch";
    private static final String MEMBER = "attuneMember";

    private final Projections projections;
    private final MailchimpMembers members;

    public MailchimpAudience(Projections projections, MailchimpMembers members) {
        this.projections = projections;
        this.members = members;
    }

    /** Claims at most {@code most} members, 500 or fewer. */
    public MemberBatch claim(int most) {
        return new MemberBatch(projections.claim(Channel.MAILCHIMP, Math.min(most, MailchimpMembers.MOST_MEMBERS)));
    }

    /** Body in: a {@link MemberBatch}. Makes the exchange the call that creates those whom Mailchimp may not know yet. */
    public void prepareBatch(Exchange exchange) throws InvalidPayloadException {
        MemberBatch batch = exchange.getMessage().getMandatoryBody(MemberBatch.class);
        List<ProjectionClaim> unknown = batch.unknown();
        exchange.setProperty(BATCH, batch);
        exchange.setProperty(MessageDelivery.SEND, !unknown.isEmpty());
        if (!unknown.isEmpty()) {
            CamelCalls.place(exchange, members.create(unknown));
        }
    }

    /**
     * Inside the circuit breaker, after a call.
     *
     * @throws io.attune.delivery.ChannelUnavailable on 429 and server errors
     */
    public void verify(Exchange exchange) {
        CamelCalls.verify(exchange);
    }

    /** After the batch call: a 200 can refuse single members, who are put singly when they exist already. */
    public void batchAnswered(Exchange exchange) {
        MemberBatch batch = exchange.getProperty(BATCH, MemberBatch.class);
        Optional<ChannelAnswer> answer = CamelCalls.answer(exchange);
        Optional<JsonNode> body = answer.filter(ChannelAnswer::successful).flatMap(each -> Json.read(each.body()));
        if (body.isPresent()) {
            Map<String, MailchimpMembers.MemberError> refused = members.refused(body.get());
            batch.unknown()
                    .forEach(claim -> created(
                            batch,
                            claim,
                            Optional.ofNullable(
                                    refused.get(claim.address().value().toLowerCase(Locale.ROOT)))));
        } else {
            String reason = reason(exchange, answer);
            batch.unknown().forEach(claim -> batch.add(new ProjectionOutcome.Retry(claim, reason)));
        }
        CamelCalls.clear(exchange);
    }

    private static void created(
            MemberBatch batch, ProjectionClaim claim, Optional<MailchimpMembers.MemberError> error) {
        if (error.isEmpty()) {
            batch.created(claim);
        } else if (error.get().compliance()) {
            batch.add(new ProjectionOutcome.Refused(claim, error.get().code()));
        } else if (!error.get().exists()) {
            batch.add(new ProjectionOutcome.Failed(claim, error.get().code()));
        }
    }

    /** Sets the body to the claims that still need calls of their own. */
    public void members(Exchange exchange) {
        exchange.getMessage()
                .setBody(exchange.getProperty(BATCH, MemberBatch.class).remaining());
    }

    /** Body in: a {@link ProjectionClaim}. Makes the exchange its PUT, unless the batch call has just created it. */
    public void prepareMember(Exchange exchange) throws InvalidPayloadException {
        ProjectionClaim claim = exchange.getMessage().getMandatoryBody(ProjectionClaim.class);
        exchange.setProperty(MEMBER, claim);
        boolean needed = !batch(exchange).isCreated(claim);
        exchange.setProperty(MessageDelivery.SEND, needed);
        if (needed) {
            CamelCalls.place(exchange, members.put(claim));
        }
    }

    /** After the PUT of one member. */
    public void memberAnswered(Exchange exchange) {
        ProjectionOutcome outcome = outcome(exchange);
        if (outcome instanceof ProjectionOutcome.Acknowledged) {
            batch(exchange).created(outcome.claim());
        } else {
            batch(exchange).add(outcome);
        }
        CamelCalls.clear(exchange);
    }

    /** Makes the exchange the call that sets the member's tags, unless the member was not taken. */
    public void prepareTags(Exchange exchange) {
        ProjectionClaim claim = exchange.getProperty(MEMBER, ProjectionClaim.class);
        boolean taken = batch(exchange).isCreated(claim);
        exchange.setProperty(MessageDelivery.SEND, taken);
        if (taken) {
            CamelCalls.place(exchange, members.tags(claim));
        }
    }

    /** After the tags of one member: now the state is acknowledged. */
    public void tagsAnswered(Exchange exchange) {
        batch(exchange).add(outcome(exchange));
        CamelCalls.clear(exchange);
    }

    /** Records how the batch fared. */
    public void record(Exchange exchange) {
        projections.record(Channel.MAILCHIMP, batch(exchange).outcomes());
    }

    /** Makes the exchange the call that lists the audience's merge fields. */
    public void prepareMergeFields(Exchange exchange) {
        CamelCalls.place(exchange, members.mergeFields());
    }

    /** After that call: sets the body to the calls that create those which are missing. */
    public void missingMergeFields(Exchange exchange) {
        List<ChannelRequest> missing = CamelCalls.answer(exchange)
                .filter(ChannelAnswer::successful)
                .flatMap(answer -> Json.read(answer.body()))
                .map(members::missingMergeFields)
                .orElse(List.of());
        CamelCalls.clear(exchange);
        exchange.getMessage().setBody(missing);
    }

    /** Body in: a {@link ChannelRequest}. Makes the exchange this call. */
    public void place(Exchange exchange) throws InvalidPayloadException {
        CamelCalls.place(exchange, exchange.getMessage().getMandatoryBody(ChannelRequest.class));
    }

    private ProjectionOutcome outcome(Exchange exchange) {
        ProjectionClaim claim = exchange.getProperty(MEMBER, ProjectionClaim.class);
        return CamelCalls.answer(exchange)
                .map(answer -> members.outcome(answer, claim))
                .orElseGet(() -> new ProjectionOutcome.Retry(claim, reason(exchange, Optional.empty())));
    }

    private static String reason(Exchange exchange, Optional<ChannelAnswer> answer) {
        return answer.map(each -> "HTTP " + each.status())
                .or(() -> CamelCalls.failure(exchange).map(FailedCall::describe))
                .orElse("no answer");
    }

    private static MemberBatch batch(Exchange exchange) {
        return exchange.getProperty(BATCH, MemberBatch.class);
    }
}
