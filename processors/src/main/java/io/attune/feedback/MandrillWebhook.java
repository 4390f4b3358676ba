package io.attune.feedback;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.consent.Channel;
import io.attune.consent.Suppression;
import io.attune.delivery.Json;
import io.attune.delivery.KnownDelivery;
import io.attune.delivery.MandrillChannel;
import io.attune.delivery.Receipts;
import io.attune.record.ConsentState;
import io.attune.record.EventType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Mandrill's reports: what became of an e-mail, and what its reader did. Reports about messages that are not ours are
 * passed over. Thread-safe.
 */
final class MandrillWebhook {

    private final MandrillSignature signature;
    private final String url;
    private final Receipts receipts;
    private final Refusals refusals;
    private final FeedbackRecords records;

    MandrillWebhook(
            MandrillSignature signature, String url, Receipts receipts, Refusals refusals, FeedbackRecords records) {
        this.signature = signature;
        this.url = url;
        this.receipts = receipts;
        this.refusals = refusals;
        this.records = records;
    }

    FeedbackAnswer receive(String given, String body) {
        Form form = Form.parse(body);
        if (!signature.valid(given, url, form)) {
            return FeedbackAnswer.refused(403, "The signature does not fit");
        }
        Optional<JsonNode> events = form.value("mandrill_events").flatMap(Json::read);
        if (events.isEmpty() || !events.get().isArray()) {
            return FeedbackAnswer.refused(400, "mandrill_events is not a JSON array");
        }
        List<FeedbackRecord> made = new ArrayList<>();
        events.get()
                .forEach(event -> receipts.find(event.path("msg")
                                .path("metadata")
                                .path(MandrillChannel.TOKEN)
                                .asText())
                        .flatMap(delivery -> record(event, delivery))
                        .ifPresent(made::add));
        return FeedbackAnswer.taken(made);
    }

    private Optional<FeedbackRecord> record(JsonNode event, KnownDelivery delivery) {
        String kind = event.path("event").asText();
        String message = event.path("_id").asText(event.path("msg").path("_id").asText());
        Instant at = Instant.ofEpochSecond(event.path("ts").asLong());
        String reason = event.path("msg").path("diag").asText(kind);
        String address = delivery.address().value();
        return switch (kind) {
            case "send" -> {
                receipts.taken(delivery, message);
                yield event(delivery, message + ":delivered", EventType.EMAIL_DELIVERED, at, Optional.empty());
            }
            case "delivered" -> {
                receipts.delivered(delivery, message);
                yield event(delivery, message + ":delivered", EventType.EMAIL_DELIVERED, at, Optional.empty());
            }
            case "open" -> event(delivery, message + ":open:" + at, EventType.EMAIL_OPENED, at, Optional.empty());
            case "click" ->
                event(delivery, message + ":click:" + at, EventType.EMAIL_LINK_CLICKED, at, Optional.empty());
            case "hard_bounce", "reject" -> {
                receipts.failed(delivery, message, reason);
                refusals.suppress(Channel.MAILCHIMP, address, Suppression.BOUNCED, at);
                yield event(delivery, message + ":bounce", EventType.EMAIL_BOUNCED, at, Optional.empty());
            }
            case "spam" -> {
                refusals.suppress(Channel.MAILCHIMP, address, Suppression.COMPLAINED, at);
                yield event(
                        delivery, message + ":spam", EventType.UNSUBSCRIBED, at, Optional.of(ConsentState.WITHDRAWN));
            }
            case "unsub" -> {
                refusals.suppress(Channel.MAILCHIMP, address, Suppression.UNSUBSCRIBED, at);
                yield event(
                        delivery, message + ":unsub", EventType.UNSUBSCRIBED, at, Optional.of(ConsentState.WITHDRAWN));
            }
            default -> Optional.empty();
        };
    }

    private Optional<FeedbackRecord> event(
            KnownDelivery delivery, String id, String type, Instant at, Optional<ConsentState> consent) {
        return Optional.of(records.event(
                Channel.MAILCHIMP,
                delivery.address().value(),
                id,
                type,
                at,
                Map.of(
                        "campaign",
                        delivery.campaign(),
                        "delivery",
                        delivery.delivery().toString()),
                consent));
    }
}
