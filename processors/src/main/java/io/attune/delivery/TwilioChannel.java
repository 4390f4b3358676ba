package io.attune.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.consent.Channel;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Twilio's {@code Messages.json}. The claim's token travels in the status callback's address. Twilio's list does not show
 * that address, so a message is found by recipient, sender and time, among those that no other delivery accounts for.
 */
public final class TwilioChannel implements MessageChannel {

    /** The parameter of the status callback's address that carries the token. */
    public static final String TOKEN = "token";

    private static final int MAXIMUM_BODY = 1_600;
    private static final int RATE_LIMITED = 20_429;
    private static final int OPTED_OUT = 21_610;
    private static final Set<Integer> BAD_NUMBER = Set.of(21_211, 21_214, 21_217, 21_614);
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

    private final TwilioSettings settings;

    public TwilioChannel(TwilioSettings settings) {
        this.settings = settings;
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public ChannelRequest send(Message message) {
        if (!(message.content() instanceof Content.Sms sms)) {
            throw new UncomposableException("A text message channel needs a text message, not an e-mail");
        }
        if (sms.text().isEmpty() || sms.text().length() > MAXIMUM_BODY) {
            throw new UncomposableException("A text message holds 1 to " + MAXIMUM_BODY + " characters, this one has "
                    + sms.text().length());
        }
        String callback = PublicUrl.path(
                settings.publicUrl(),
                "/v1/feedback/twilio/status?" + TOKEN + "=" + message.claim().token());
        return ChannelRequest.form(
                path(),
                headers(),
                form(List.of(
                        Map.entry("To", message.claim().address()),
                        Map.entry(sender(), settings.from()),
                        Map.entry("Body", sms.text()),
                        Map.entry("StatusCallback", callback))));
    }

    @Override
    public Outcome sent(ChannelAnswer answer) {
        Optional<JsonNode> body = Json.read(answer.body());
        if (answer.successful()) {
            return body.map(node -> node.path("sid").asText(""))
                    .filter(sid -> !sid.isEmpty())
                    .<Outcome>map(Outcome.Sent::new)
                    .orElse(new Outcome.Unknown("accepted without a sid"));
        }
        int code = body.map(node -> node.path("code").asInt()).orElse(0);
        String reason = "HTTP " + answer.status() + (code == 0 ? "" : " code " + code);
        if (answer.status() == 429 || code == RATE_LIMITED) {
            return new Outcome.Retry(reason);
        }
        if (code == OPTED_OUT || BAD_NUMBER.contains(code)) {
            return new Outcome.Refused(code == OPTED_OUT ? "opted out (21610)" : "bad number (" + code + ")");
        }
        return answer.status() >= 500 ? new Outcome.Unknown(reason) : new Outcome.Failed(reason);
    }

    @Override
    public ChannelRequest search(UnknownDelivery unknown) {
        // Not by DateSent: a message that is still queued has none.
        List<Map.Entry<String, String>> query =
                List.of(Map.entry("To", unknown.address()), Map.entry("PageSize", "100"));
        return ChannelRequest.get(path(), Optional.of(form(query)), headers());
    }

    @Override
    public Reconciliation found(ChannelAnswer answer, UnknownDelivery unknown) {
        Optional<JsonNode> messages =
                Json.read(answer.body()).map(node -> node.path("messages")).filter(JsonNode::isArray);
        if (!answer.successful() || messages.isEmpty()) {
            return new Reconciliation.Undecided("the list answered HTTP " + answer.status());
        }
        List<String> candidates = new ArrayList<>();
        for (JsonNode message : messages.get()) {
            if (couldBe(message, unknown)) {
                candidates.add(message.path("sid").asText());
            }
        }
        if (candidates.isEmpty()) {
            return new Reconciliation.Absent();
        }
        if (candidates.size() < unknown.rivals()) {
            return new Reconciliation.Undecided("several deliveries to this number are unknown; one of them arrived");
        }
        return new Reconciliation.Found(candidates.get(0));
    }

    private static boolean couldBe(JsonNode message, UnknownDelivery unknown) {
        return unknown.address().equals(message.path("to").asText())
                && !unknown.claimed().contains(message.path("sid").asText())
                && created(message)
                        .map(at -> !at.isBefore(unknown.attemptedAt().minus(CLOCK_SKEW)))
                        .orElse(true);
    }

    private static Optional<Instant> created(JsonNode message) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(
                    message.path("date_created").asText())));
        } catch (DateTimeException e) {
            // A message of unknown age could be ours: better never sent twice than surely sent once.
            return Optional.empty();
        }
    }

    private String sender() {
        return settings.from().startsWith("MG") ? "MessagingServiceSid" : "From";
    }

    private String path() {
        return "/Accounts/" + settings.accountSid() + "/Messages.json";
    }

    private Map<String, String> headers() {
        String credentials = settings.accountSid() + ":" + settings.authToken();
        return Map.of(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }

    private static String form(List<Map.Entry<String, String>> fields) {
        return fields.stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .reduce((left, right) -> left + "&" + right)
                .orElse("");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
