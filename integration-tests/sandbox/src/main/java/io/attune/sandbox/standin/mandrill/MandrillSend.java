package io.attune.sandbox.standin.mandrill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.attune.sandbox.http.Json;
import io.attune.sandbox.inbox.Inbox;
import io.attune.sandbox.inbox.Message;
import io.attune.sandbox.standin.Addresses;
import io.attune.sandbox.store.PackedText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Accepts an e-mail, decides for every recipient, and remembers. */
final class MandrillSend {
    private static final int MAXIMUM_BYTES = 25 * 1024 * 1024;

    private final Mandrill mandrill;
    private final Inbox inbox;
    private final MandrillWebhook webhook;
    private final Clock clock;
    private final Supplier<String> ids;

    MandrillSend(Mandrill mandrill, Inbox inbox, MandrillWebhook webhook, Clock clock, Supplier<String> ids) {
        this.mandrill = mandrill;
        this.inbox = inbox;
        this.webhook = webhook;
        this.clock = clock;
        this.ids = ids;
    }

    ArrayNode send(JsonNode body, boolean partially) {
        JsonNode mail = body.get("message");
        Instant now = clock.instant();
        boolean scheduled = scheduledAfter(body, now);
        check(mail);
        List<Sending> sendings = new ArrayList<>();
        List<Message> accepted = new ArrayList<>();
        PackedText html = PackedText.of(mail.path("html").asText(""));
        PackedText text = PackedText.of(mail.path("text").asText(""));
        ArrayNode answers = Json.array();
        for (JsonNode recipient : mail.get("to")) {
            String email = recipient.get("email").asText();
            Optional<String> reason = rejection(mail, email, partially && sendings.size() % 2 == 1);
            String state = reason.isPresent() ? "rejected" : scheduled ? "scheduled" : "sent";
            Sending sending = sending(mail, email, now, state, reason.orElse(""));
            sendings.add(sending);
            answers.add(MandrillAnswers.result(sending));
            if (reason.isEmpty()) {
                accepted.add(message(mail, recipient, sending, html, text));
            }
        }
        mandrill.add(sendings);
        inbox.addAll(accepted);
        sendings.stream()
                .filter(sending -> sending.state().equals("sent"))
                .forEach(sending -> webhook.happened("delivered", sending, now, Optional.empty()));
        return answers;
    }

    private static void check(JsonNode mail) {
        if (mail.path("html").asText("").length() + mail.path("text").asText("").length() > MAXIMUM_BYTES) {
            throw MandrillErrors.validation("message", "The message is larger than 25 MB");
        }
        mail.path("headers").properties().forEach(header -> {
            if ((header.getKey() + header.getValue().asText()).matches("(?s).*[\\r\\n].*")) {
                throw MandrillErrors.validation("message.headers." + header.getKey(), "A header holds no line break");
            }
        });
    }

    private static boolean scheduledAfter(JsonNode body, Instant now) {
        if (!body.hasNonNull("send_at")) {
            return false;
        }
        String written = body.get("send_at").asText().replace(' ', 'T');
        Instant at = Instant.parse(written.endsWith("Z") ? written : written + "Z");
        if (at.isAfter(now.plus(Duration.ofDays(365)))) {
            throw MandrillErrors.validation("send_at", "Messages can be scheduled at most a year ahead");
        }
        return at.isAfter(now);
    }

    private Optional<String> rejection(JsonNode mail, String email, boolean refused) {
        if (mail.path("from_email").asText("").isEmpty()
                || !Addresses.isEmail(mail.get("from_email").asText())) {
            return Optional.of("invalid-sender");
        }
        if (!Addresses.isEmail(email)) {
            return Optional.of("invalid");
        }
        if (refused) {
            return Optional.of("soft-bounce");
        }
        return mandrill.rejection(email).map(Mandrill.Rejection::reason);
    }

    private Sending sending(JsonNode mail, String email, Instant now, String state, String reason) {
        return new Sending(
                ids.get(),
                now,
                email,
                mail.path("from_email").asText(""),
                mail.path("subject").asText(""),
                state,
                reason,
                tags(mail),
                metadata(mail, email),
                List.of());
    }

    private static Message message(
            JsonNode mail, JsonNode recipient, Sending sending, PackedText html, PackedText text) {
        return new Message(
                Message.MAILCHIMP,
                sending.id(),
                sending.email(),
                recipient.path("name").asText(""),
                sending.sender(),
                sending.subject(),
                html,
                text,
                sending.at(),
                sending.tags(),
                sending.metadata(),
                strings(mail.path("headers")));
    }

    private static List<String> tags(JsonNode mail) {
        List<String> tags = new ArrayList<>();
        mail.path("tags").forEach(tag -> tags.add(tag.asText()));
        return tags;
    }

    private static Map<String, String> metadata(JsonNode mail, String email) {
        Map<String, String> metadata = strings(mail.path("metadata"));
        for (JsonNode own : mail.path("recipient_metadata")) {
            if (email.equalsIgnoreCase(own.path("rcpt").asText())) {
                metadata.putAll(strings(own.path("values")));
            }
        }
        return metadata;
    }

    private static Map<String, String> strings(JsonNode object) {
        Map<String, String> values = new HashMap<>();
        object.properties()
                .forEach(entry -> values.put(entry.getKey(), entry.getValue().asText()));
        return values;
    }
}
