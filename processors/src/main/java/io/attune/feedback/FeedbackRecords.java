package io.attune.feedback;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.consent.Channel;
import io.attune.delivery.Json;
import io.attune.delivery.projection.MailchimpMembers;
import io.attune.record.ConsentState;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Writes what channels report as canonical events. Thread-safe. */
final class FeedbackRecords {

    private static final String PURPOSE = "marketing";

    private final Clock clock;

    FeedbackRecords(Clock clock) {
        this.clock = clock;
    }

    /**
     * An event of one address.
     *
     * @param id what the channel calls this report; a repetition has the same
     * @param consent what the person said with it about this channel, if anything
     */
    FeedbackRecord event(
            Channel channel,
            String address,
            String id,
            String type,
            Instant occurredAt,
            Map<String, String> properties,
            Optional<ConsentState> consent) {
        boolean email = channel == Channel.MAILCHIMP;
        String source = email ? "mailchimp" : "sms";
        ObjectNode record = Json.object();
        record.put("schema", "event/1");
        record.put("key", source + ":" + id);
        record.put("source", source);
        record.put("entity", email ? "member:" + MailchimpMembers.hash(address) : "phone:" + address);
        record.put("occurredAt", occurredAt.toString());
        record.put("utcOffsetMinutes", 0);
        record.put("receivedAt", clock.instant().toString());
        record.put("backfill", false);
        record.putArray("identifiers")
                .addObject()
                .put("kind", channel.identifier())
                .put("value", address);
        record.put("type", type);
        ObjectNode details = record.putObject("properties");
        properties.forEach(details::put);
        consent.ifPresent(state -> {
            ObjectNode statement = record.putArray("consents").addObject();
            statement.put("channel", channel.consent()).put("purpose", PURPOSE).put("state", state.code());
            statement.put("occurredAt", occurredAt.toString());
            statement
                    .putObject("evidence")
                    .put("source", source)
                    .put("report", id)
                    .put("event", type);
        });
        return new FeedbackRecord(channel.identifier() + ":" + address, Json.write(record));
    }
}
