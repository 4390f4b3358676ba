package io.attune.sandbox.standin.mailchimp;

import io.attune.sandbox.feedback.FormSignature;
import io.attune.sandbox.feedback.HubAddress;
import io.attune.sandbox.feedback.Postman;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells the hub what members did: form-encoded, with the secret in the address and a signature beside. Thread-safe. */
public final class MailchimpWebhook {
    private static final DateTimeFormatter FIRED_AT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private final String list;
    private final String secret;
    private final HubAddress hub;
    private final Postman postman;
    private final Clock clock;

    public MailchimpWebhook(String list, String secret, HubAddress hub, Postman postman, Clock clock) {
        this.list = list;
        this.secret = secret;
        this.hub = hub;
        this.postman = postman;
        this.clock = clock;
    }

    void happened(String type, Member member) {
        if (hub.publicUrl().isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Map<String, List<String>> form = new LinkedHashMap<>();
        form.put("type", List.of(type));
        form.put("fired_at", List.of(FIRED_AT.format(now)));
        if (type.equals("unsubscribe")) {
            form.put("data[action]", List.of("unsub"));
            form.put("data[reason]", List.of("manual"));
            form.put("data[email_type]", List.of(member.emailType()));
            form.put("data[ip_opt]", List.of("127.0.0.1"));
        } else {
            form.put("data[reason]", List.of("hard"));
            form.put("data[campaign_id]", List.of(""));
        }
        form.put("data[id]", List.of(member.id().substring(0, 10)));
        form.put("data[email]", List.of(member.email()));
        form.put("data[list_id]", List.of(list));
        String signature = FormSignature.ofBody(secret, now.getEpochSecond(), Postman.encoded(form));
        var unused = postman.post(
                hub.publicUrl().get() + "/v1/feedback/mailchimp/" + secret,
                form,
                Map.of("X-Mailchimp-Signature", signature));
    }
}
