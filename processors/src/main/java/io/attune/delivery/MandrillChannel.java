package io.attune.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.consent.Channel;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Mailchimp Transactional (Mandrill): {@code messages/send} and {@code messages/search}. The claim's token travels as
 * {@code metadata.attune_token}, which both the search and every webhook give back.
 *
 * <p>A 200 can hide a rejection, and errors are told apart by their {@code name}, whatever the status.
 */
public final class MandrillChannel implements MessageChannel {

    /** The key of the metadata that carries the token. */
    public static final String TOKEN = "attune_token";

    private static final Set<String> NEVER_PROCESSED = Set.of(
            "ServiceUnavailable",
            "TooManyRequests",
            "RateLimit",
            "Invalid_Key",
            "PaymentRequired",
            "Unknown_Subaccount");
    private static final Set<String> ACCEPTED = Set.of("sent", "queued", "scheduled");
    private static final Set<String> BAD_ADDRESS = Set.of("hard-bounce", "invalid", "invalid-sender-recipient");
    private static final Set<String> UNWANTED = Set.of("spam", "unsub", "custom", "blocklist", "rule");

    private final MandrillSettings settings;

    public MandrillChannel(MandrillSettings settings) {
        this.settings = settings;
    }

    @Override
    public Channel channel() {
        return Channel.MAILCHIMP;
    }

    @Override
    public ChannelRequest send(Message message) {
        if (!(message.content() instanceof Content.Email email)) {
            throw new UncomposableException("An e-mail channel needs an e-mail, not " + message.content());
        }
        Claim claim = message.claim();
        ObjectNode request = Json.object().put("key", settings.apiKey());
        ObjectNode body = request.putObject("message");
        body.put("subject", email.subject());
        body.put("html", email.html());
        body.put("text", email.text());
        body.put("from_email", settings.fromEmail());
        body.put("from_name", settings.fromName());
        body.putArray("to").addObject().put("email", claim.address()).put("type", "to");
        body.put("track_opens", true).put("track_clicks", true).put("auto_text", false);
        body.put("preserve_recipients", false);
        body.putArray("tags").add(claim.campaign());
        body.putObject("metadata")
                .put(TOKEN, claim.token())
                .put("campaign", claim.campaign())
                .put("occurrence", claim.occurrence());
        body.putObject("headers")
                .put("List-Unsubscribe", "<" + UnsubscribeLink.of(settings.publicUrl(), claim.token()) + ">")
                .put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        return ChannelRequest.json("POST", "/messages/send", Map.of(), Json.write(request));
    }

    @Override
    public Outcome sent(ChannelAnswer answer) {
        Optional<JsonNode> body = Json.read(answer.body());
        if (answer.successful()) {
            return body.filter(JsonNode::isArray)
                    .filter(recipients -> !recipients.isEmpty())
                    .map(recipients -> recipient(recipients.get(0)))
                    .orElse(new Outcome.Unknown("accepted with an answer that does not say of whom"));
        }
        return failure(answer, body.map(node -> node.path("name").asText("")).orElse(""));
    }

    private static Outcome recipient(JsonNode recipient) {
        String status = recipient.path("status").asText();
        if (ACCEPTED.contains(status)) {
            return new Outcome.Sent(recipient.path("_id").asText());
        }
        String reason = recipient.path("reject_reason").asText("");
        if (status.equals("invalid") || BAD_ADDRESS.contains(reason) || UNWANTED.contains(reason)) {
            return new Outcome.Refused(reason.isEmpty() ? status : status + ": " + reason);
        }
        return new Outcome.Failed(reason.isEmpty() ? status : status + ": " + reason);
    }

    private static Outcome failure(ChannelAnswer answer, String name) {
        String reason = name.isEmpty() ? "HTTP " + answer.status() : "HTTP " + answer.status() + " " + name;
        if (answer.status() == 429 || NEVER_PROCESSED.contains(name)) {
            return new Outcome.Retry(reason);
        }
        if (name.equals("GeneralError") || (name.isEmpty() && answer.status() >= 500)) {
            return new Outcome.Unknown(reason);
        }
        // Without a name it came from something in front of Mandrill, which never saw the call.
        return name.isEmpty() ? new Outcome.Retry(reason) : new Outcome.Failed(reason);
    }

    @Override
    public ChannelRequest search(UnknownDelivery unknown) {
        LocalDate day = LocalDate.ofInstant(unknown.attemptedAt(), ZoneOffset.UTC);
        ObjectNode request = Json.object()
                .put("key", settings.apiKey())
                .put("query", "u_" + TOKEN + ":" + unknown.token())
                .put("date_from", day.minusDays(1).toString())
                .put("date_to", day.plusDays(2).toString())
                .put("limit", 10);
        return ChannelRequest.json("POST", "/messages/search", Map.of(), Json.write(request));
    }

    @Override
    public Reconciliation found(ChannelAnswer answer, UnknownDelivery unknown) {
        if (!answer.successful()) {
            return new Reconciliation.Undecided("the search answered HTTP " + answer.status());
        }
        Optional<JsonNode> body = Json.read(answer.body()).filter(JsonNode::isArray);
        if (body.isEmpty()) {
            return new Reconciliation.Undecided("the search answered without a list");
        }
        for (JsonNode message : body.get()) {
            if (unknown.token().equals(message.path("metadata").path(TOKEN).asText())) {
                return new Reconciliation.Found(message.path("_id").asText());
            }
        }
        return new Reconciliation.Absent();
    }
}
