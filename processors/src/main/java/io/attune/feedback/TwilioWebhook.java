package io.attune.feedback;

import io.attune.consent.Channel;
import io.attune.consent.Suppression;
import io.attune.delivery.KnownDelivery;
import io.attune.delivery.PublicUrl;
import io.attune.delivery.Receipts;
import io.attune.delivery.TwilioChannel;
import io.attune.record.ConsentState;
import io.attune.record.EventType;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Twilio's reports: what became of a text message, and what its reader answered. Thread-safe. */
final class TwilioWebhook {

    private static final String OPTED_OUT = "21610";
    private static final String EMPTY_TWIML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>";

    private final TwilioSignature signature;
    private final URI publicUrl;
    private final Receipts receipts;
    private final Refusals refusals;
    private final FeedbackRecords records;
    private final Clock clock;

    TwilioWebhook(
            TwilioSignature signature,
            URI publicUrl,
            Receipts receipts,
            Refusals refusals,
            FeedbackRecords records,
            Clock clock) {
        this.signature = signature;
        this.publicUrl = publicUrl;
        this.receipts = receipts;
        this.refusals = refusals;
        this.records = records;
        this.clock = clock;
    }

    FeedbackAnswer status(String given, String query, String body) {
        Form form = Form.parse(body);
        if (!signature.valid(given, url("/v1/feedback/twilio/status", query), form)) {
            return FeedbackAnswer.refused(403, "The signature does not fit");
        }
        return FeedbackAnswer.taken(
                receipts
                        .find(Form.parse(query).text(TwilioChannel.TOKEN))
                        .flatMap(delivery -> status(delivery, form))
                        .stream()
                        .toList());
    }

    private Optional<FeedbackRecord> status(KnownDelivery delivery, Form form) {
        String message = form.text("MessageSid");
        String status = form.text("MessageStatus");
        String error = form.text("ErrorCode");
        Instant now = clock.instant();
        if (status.equals("delivered")) {
            receipts.delivered(delivery, message);
            return Optional.of(records.event(
                    Channel.SMS,
                    delivery.address().value(),
                    message + ":delivered",
                    EventType.SMS_DELIVERED,
                    now,
                    Map.of(
                            "campaign",
                            delivery.campaign(),
                            "delivery",
                            delivery.delivery().toString()),
                    Optional.empty()));
        }
        if (status.equals("undelivered") || status.equals("failed")) {
            receipts.failed(delivery, message, status + (error.isEmpty() ? "" : " (" + error + ")"));
            if (error.equals(OPTED_OUT)) {
                refusals.suppress(Channel.SMS, delivery.address().value(), Suppression.STOPPED, now);
            }
            return Optional.empty();
        }
        receipts.taken(delivery, message);
        return Optional.empty();
    }

    FeedbackAnswer inbound(String given, String query, String body) {
        Form form = Form.parse(body);
        if (!signature.valid(given, url("/v1/feedback/twilio/inbound", query), form)) {
            return FeedbackAnswer.refused(403, "The signature does not fit");
        }
        String from = form.text("From");
        Optional<ConsentState> meaning = OptOutWords.meaning(form.value("OptOutType"), form.text("Body"));
        if (meaning.isEmpty() || !from.matches("\\+[1-9]\\d{6,14}")) {
            return answer(List.of());
        }
        Instant now = clock.instant();
        boolean stop = meaning.get() == ConsentState.WITHDRAWN;
        if (stop) {
            refusals.suppress(Channel.SMS, from, Suppression.STOPPED, now);
        } else {
            refusals.lift(Channel.SMS, from, Suppression.STOPPED, now);
        }
        return answer(List.of(records.event(
                Channel.SMS,
                from,
                form.text("MessageSid") + ":inbound",
                stop ? EventType.SMS_STOPPED : "SMS Started",
                now,
                Map.of(),
                meaning)));
    }

    private static FeedbackAnswer answer(List<FeedbackRecord> records) {
        return new FeedbackAnswer(200, "text/xml", EMPTY_TWIML, records);
    }

    private String url(String path, String query) {
        return PublicUrl.path(publicUrl, path) + (query.isEmpty() ? "" : "?" + query);
    }
}
