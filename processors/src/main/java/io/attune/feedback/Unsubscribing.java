package io.attune.feedback;

import io.attune.consent.Channel;
import io.attune.consent.Suppression;
import io.attune.delivery.KnownDelivery;
import io.attune.delivery.Receipts;
import io.attune.record.ConsentState;
import io.attune.record.EventType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Leaving by the link in a message (RFC 8058). The token alone says who; GET shows a page and changes nothing, since mail
 * scanners follow links. Thread-safe.
 */
final class Unsubscribing {

    private final Receipts receipts;
    private final Refusals refusals;
    private final FeedbackRecords records;
    private final Clock clock;

    Unsubscribing(Receipts receipts, Refusals refusals, FeedbackRecords records, Clock clock) {
        this.receipts = receipts;
        this.refusals = refusals;
        this.records = records;
        this.clock = clock;
    }

    FeedbackAnswer page(String token) {
        return receipts.find(token).isPresent()
                ? html(200, UnsubscribePage.question(), List.of())
                : html(404, UnsubscribePage.unknown(), List.of());
    }

    FeedbackAnswer leave(String token) {
        Optional<KnownDelivery> found = receipts.find(token);
        if (found.isEmpty()) {
            return html(404, UnsubscribePage.unknown(), List.of());
        }
        KnownDelivery delivery = found.get();
        boolean email = delivery.channel() == Channel.MAILCHIMP;
        Instant now = clock.instant();
        refusals.suppress(
                delivery.channel(),
                delivery.address().value(),
                email ? Suppression.UNSUBSCRIBED : Suppression.STOPPED,
                now);
        FeedbackRecord record = records.event(
                delivery.channel(),
                delivery.address().value(),
                "unsubscribe:" + delivery.delivery() + ":" + now,
                email ? EventType.UNSUBSCRIBED : EventType.SMS_STOPPED,
                now,
                Map.of(
                        "campaign",
                        delivery.campaign(),
                        "delivery",
                        delivery.delivery().toString()),
                Optional.of(ConsentState.WITHDRAWN));
        return html(200, UnsubscribePage.done(), List.of(record));
    }

    private static FeedbackAnswer html(int status, String page, List<FeedbackRecord> records) {
        return new FeedbackAnswer(status, "text/html; charset=utf-8", page, records);
    }
}
