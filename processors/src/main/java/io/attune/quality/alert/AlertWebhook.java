package io.attune.quality.alert;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes what a webhook is told of an alert, signed as Stripe and Mailchimp sign: {@code t=SECONDS,v1=HEX} with the HMAC-SHA-256 of
 * {@code SECONDS.BODY}. Thread-safe.
 */
public final class AlertWebhook {
    private static final String ALGORITHM = "HmacSHA256";

    private final ObjectMapper json = new ObjectMapper();
    private final byte[] secret;
    private final Clock clock;

    public AlertWebhook(String secret, Clock clock) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        this.clock = clock;
    }

    /** The body: the same alert has the same id when it opens, closes, and is told again. */
    public String body(Alert alert) {
        ObjectNode body = json.createObjectNode()
                .put("type", "quality.alert." + alert.state())
                .put("id", alert.id().toString())
                .put("alert", alert.name())
                .put("source", alert.source())
                .put("figure", alert.figure());
        if (!alert.kind().isEmpty()) {
            body.put("kind", alert.kind());
        }
        if (!alert.field().isEmpty()) {
            body.put("field", alert.field());
        }
        body.put("reason", alert.reason())
                .put("value", alert.value())
                .put("limit", alert.limit())
                .put("openedAt", alert.openedAt().toString());
        alert.closedAt().ifPresent(closed -> body.put("closedAt", closed.toString()));
        return body.toString();
    }

    /** The value of the header {@code X-Attune-Signature}. */
    public String signature(String body) {
        long seconds = clock.instant().getEpochSecond();
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            byte[] code = mac.doFinal((seconds + "." + body).getBytes(StandardCharsets.UTF_8));
            return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(code);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
