package io.attune.sandbox.standin.twilio;

import io.attune.sandbox.feedback.FormSignature;
import io.attune.sandbox.feedback.HubAddress;
import io.attune.sandbox.feedback.Postman;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

/** Moves messages on to their recipients and posts signed callbacks about them. Thread-safe. */
public final class TwilioCallbacks {
    private static final Duration ON_THE_WAY = Duration.ofMillis(50);

    private final String account;
    private final String token;
    private final HubAddress hub;
    private final Postman postman;

    public TwilioCallbacks(String account, String token, HubAddress hub, Postman postman) {
        this.account = account;
        this.token = token;
        this.hub = hub;
        this.postman = postman;
    }

    /** A queued message is sent, then delivered; Twilio calls back at both, not at the first status. */
    void proceed(TextMessage message, BiFunction<TextMessage, String, TextMessage> advance) {
        if (!message.status().equals("queued") && !message.status().equals("accepted")) {
            return;
        }
        postman.later(ON_THE_WAY, () -> {
            TextMessage sent = advance.apply(message, "sent");
            var unused = callBack(sent).thenCompose(taken -> callBack(advance.apply(sent, "delivered")));
        });
    }

    private CompletableFuture<Boolean> callBack(TextMessage message) {
        if (message.callback().isEmpty()) {
            return CompletableFuture.completedFuture(true);
        }
        Map<String, String> fields = fields(message);
        fields.put("MessageStatus", message.status());
        fields.put("SmsStatus", message.status());
        return post(message.callback(), fields);
    }

    /** An inbound message goes to the address configured for the number, which is the hub's. */
    void received(TextMessage message, Optional<String> optOutType) {
        if (hub.publicUrl().isEmpty()) {
            return;
        }
        Map<String, String> fields = fields(message);
        fields.put("Body", message.body());
        fields.put("NumMedia", "0");
        fields.put("NumSegments", Integer.toString(Segments.count(message.body())));
        fields.put("SmsStatus", "received");
        optOutType.ifPresent(type -> fields.put("OptOutType", type));
        var unused = post(hub.publicUrl().get() + "/v1/feedback/twilio/inbound", fields);
    }

    private Map<String, String> fields(TextMessage message) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("AccountSid", account);
        fields.put("ApiVersion", "2010-04-01");
        fields.put("MessageSid", message.sid());
        fields.put("SmsSid", message.sid());
        fields.put("SmsMessageSid", message.sid());
        fields.put("From", message.from());
        fields.put("To", message.to());
        if (!message.service().isEmpty()) {
            fields.put("MessagingServiceSid", message.service());
        }
        return fields;
    }

    private CompletableFuture<Boolean> post(String url, Map<String, String> fields) {
        Map<String, List<String>> form = new LinkedHashMap<>();
        fields.forEach((name, value) -> form.put(name, List.of(value)));
        return postman.post(url, form, Map.of("X-Twilio-Signature", FormSignature.ofForm(token, url, form)));
    }
}
