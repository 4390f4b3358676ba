package io.attune.feedback;

import io.attune.consent.Channel;
import io.attune.consent.Suppression;
import io.attune.record.ConsentState;
import io.attune.record.EventType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What readers did in Mailchimp's own pages: subscribed, left, or bounced. Thread-safe. */
final class MailchimpWebhook {

    private static final DateTimeFormatter FIRED_AT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final String secret;
    private final Refusals refusals;
    private final FeedbackRecords records;
    private final Clock clock;

    MailchimpWebhook(String secret, Refusals refusals, FeedbackRecords records, Clock clock) {
        this.secret = secret;
        this.refusals = refusals;
        this.records = records;
        this.clock = clock;
    }

    FeedbackAnswer receive(String givenSecret, Optional<String> signature, String body) {
        if (!Signatures.equal(givenSecret, secret)) {
            return FeedbackAnswer.refused(404, "There is nothing here");
        }
        if (signature.isPresent() && !new MailchimpSignature(secret).valid(signature.get(), body, clock.instant())) {
            return FeedbackAnswer.refused(403, "The signature does not fit");
        }
        return FeedbackAnswer.taken(record(Form.parse(body)).stream().toList());
    }

    private Optional<FeedbackRecord> record(Form form) {
        String type = form.text("type");
        String email = form.text("data[email]").strip().toLowerCase(Locale.ROOT);
        if (email.isEmpty()) {
            return Optional.empty();
        }
        Instant at = firedAt(form.text("fired_at"));
        String id = type + ":" + form.text("data[id]") + ":" + form.text("fired_at");
        return switch (type) {
            case "subscribe" -> {
                refusals.lift(Channel.MAILCHIMP, email, Suppression.COMPLIANCE, at);
                refusals.lift(Channel.MAILCHIMP, email, Suppression.UNSUBSCRIBED, at);
                yield Optional.of(event(email, id, "Subscribed", at, Optional.of(ConsentState.GRANTED)));
            }
            case "unsubscribe" -> {
                refusals.suppress(Channel.MAILCHIMP, email, Suppression.UNSUBSCRIBED, at);
                yield Optional.of(event(email, id, EventType.UNSUBSCRIBED, at, Optional.of(ConsentState.WITHDRAWN)));
            }
            case "cleaned" -> {
                refusals.suppress(Channel.MAILCHIMP, email, Suppression.BOUNCED, at);
                yield Optional.of(event(email, id, EventType.EMAIL_BOUNCED, at, Optional.empty()));
            }
            default -> Optional.empty();
        };
    }

    private FeedbackRecord event(String email, String id, String type, Instant at, Optional<ConsentState> consent) {
        return records.event(Channel.MAILCHIMP, email, id, type, at, Map.of(), consent);
    }

    private Instant firedAt(String text) {
        try {
            return LocalDateTime.parse(text, FIRED_AT).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            // A report without a readable time still counts, from now on.
            return clock.instant();
        }
    }
}
