package io.attune.sandbox.standin.twilio;

import io.attune.sandbox.inbox.Inbox;
import io.attune.sandbox.inbox.Message;
import io.attune.sandbox.standin.Addresses;
import io.attune.sandbox.store.PackedText;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Judges a request to send as Twilio does, and accepts it. */
final class TwilioSend {
    private static final int LONGEST_BODY = 1600;
    private static final Set<String> FIELDS = Set.of(
            "To",
            "StatusCallback",
            "ApplicationSid",
            "MaxPrice",
            "ProvideFeedback",
            "Attempt",
            "ValidityPeriod",
            "ForceDelivery",
            "ContentRetention",
            "AddressRetention",
            "SmartEncoded",
            "PersistentAction",
            "TrafficType",
            "ShortenUrls",
            "ScheduleType",
            "SendAt",
            "SendAsMms",
            "ContentVariables",
            "RiskCheck",
            "From",
            "FallbackFrom",
            "MessagingServiceSid",
            "Body",
            "MediaUrl",
            "ContentSid");
    /** Test numbers that Twilio publishes, and the error each stands for. */
    private static final Map<String, Integer> MAGIC =
            Map.of("+15005550001", 21211, "+15005550002", 21612, "+15005550004", 21610, "+15005550009", 21614);

    private final Twilio twilio;
    private final String sender;
    private final Inbox inbox;
    private final Clock clock;
    private final Supplier<String> ids;

    TwilioSend(Twilio twilio, String sender, Inbox inbox, Clock clock, Supplier<String> ids) {
        this.twilio = twilio;
        this.sender = sender;
        this.inbox = inbox;
        this.clock = clock;
        this.ids = ids;
    }

    TextMessage send(Map<String, List<String>> form) {
        form.keySet().stream()
                .filter(name -> !FIELDS.contains(name))
                .findFirst()
                .ifPresent(unknown -> {
                    throw TwilioErrors.bad(20001, "Unknown parameter " + unknown);
                });
        String to = field(form, "To").orElseThrow(() -> TwilioErrors.bad(21604, "A 'To' phone number is required."));
        String body = field(form, "Body").orElseThrow(() -> TwilioErrors.bad(21602, "Message body is required."));
        if (body.codePointCount(0, body.length()) > LONGEST_BODY) {
            throw TwilioErrors.bad(21617, "The concatenated message body exceeds the 1600 character limit");
        }
        Optional<String> from = field(form, "From");
        Optional<String> service = field(form, "MessagingServiceSid");
        checkSender(from, service);
        checkRecipient(to);
        boolean scheduled = isScheduled(form, service);
        Instant now = clock.instant();
        TextMessage message = new TextMessage(
                "SM" + ids.get(),
                "outbound-api",
                to,
                from.orElse(""),
                service.orElse(""),
                body,
                scheduled ? "scheduled" : service.isPresent() ? "accepted" : "queued",
                callback(form),
                now,
                now,
                0);
        inbox.add(inboxMessage(message));
        twilio.accept(message);
        return message;
    }

    private void checkSender(Optional<String> from, Optional<String> service) {
        if (from.isEmpty() && service.isEmpty()) {
            throw TwilioErrors.bad(21603, "A 'From' phone number or a Messaging Service is required.");
        }
        if (from.isPresent() && service.isPresent()) {
            throw TwilioErrors.bad(21619, "Give either 'From' or 'MessagingServiceSid', not both.");
        }
        if (from.isPresent() && !from.get().equals(sender)) {
            throw TwilioErrors.bad(21606, "The 'From' number " + from.get() + " is not a number of this account");
        }
        if (service.isPresent() && !service.get().matches("MG[0-9a-fA-F]{32}")) {
            throw TwilioErrors.bad(21701, "The Messaging Service " + service.get() + " does not exist");
        }
    }

    private void checkRecipient(String to) {
        Integer magic = MAGIC.get(to);
        if (magic != null) {
            throw TwilioErrors.bad(magic, "Error " + magic + " for the test number " + to);
        }
        if (!Addresses.isPhone(to)) {
            throw TwilioErrors.bad(21211, "The 'To' number " + to + " is not a valid phone number.");
        }
        if (twilio.isOptedOut(to)) {
            throw TwilioErrors.bad(21610, "Attempt to send to unsubscribed recipient");
        }
    }

    private boolean isScheduled(Map<String, List<String>> form, Optional<String> service) {
        Optional<String> at = field(form, "SendAt");
        boolean fixed = field(form, "ScheduleType").filter("fixed"::equals).isPresent();
        if (at.isEmpty() && !fixed) {
            return false;
        }
        if (at.isEmpty() || !fixed || service.isEmpty()) {
            throw TwilioErrors.bad(35114, "Scheduling takes ScheduleType=fixed, SendAt and a Messaging Service");
        }
        try {
            Duration ahead = Duration.between(clock.instant(), Instant.parse(at.get()));
            if (ahead.compareTo(Duration.ofMinutes(15)) < 0 || ahead.compareTo(Duration.ofDays(35)) > 0) {
                throw TwilioErrors.bad(35111, "SendAt must be 15 minutes to 35 days ahead");
            }
        } catch (DateTimeParseException malformed) {
            throw TwilioErrors.bad(35111, "SendAt is not an ISO 8601 instant: " + at.get());
        }
        return true;
    }

    private static String callback(Map<String, List<String>> form) {
        Optional<String> callback = field(form, "StatusCallback");
        callback.ifPresent(address -> {
            if (!isHttp(address)) {
                throw TwilioErrors.bad(21609, "The StatusCallback " + address + " is not a valid URL");
            }
        });
        return callback.orElse("");
    }

    private static boolean isHttp(String address) {
        try {
            URI uri = URI.create(address);
            return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static Message inboxMessage(TextMessage message) {
        return new Message(
                Message.SMS,
                message.sid(),
                message.to(),
                "",
                message.from(),
                "",
                PackedText.EMPTY,
                PackedText.of(message.body()),
                message.created(),
                List.of(),
                message.callback().isEmpty() ? Map.of() : Map.of("callback", message.callback()),
                Map.of());
    }

    private static Optional<String> field(Map<String, List<String>> form, String name) {
        return form.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isEmpty())
                .findFirst();
    }
}
