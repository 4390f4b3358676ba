package io.attune.feedback;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

/** {@code X-Mailchimp-Signature: t=…,v1=…}: HMAC-SHA256 over time and raw body, no older than five minutes. */
final class MailchimpSignature {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final String secret;

    MailchimpSignature(String secret) {
        this.secret = secret;
    }

    boolean valid(String header, String body, Instant now) {
        String time = "";
        String signature = "";
        for (String part : header.split(",", -1)) {
            String trimmed = part.trim();
            if (trimmed.startsWith("t=")) {
                time = trimmed.substring(2);
            } else if (trimmed.startsWith("v1=")) {
                signature = trimmed.substring(3);
            }
        }
        if (!time.matches("\\d{1,12}")) {
            return false;
        }
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(time)), now)
                .abs();
        String expected = HexFormat.of().formatHex(Signatures.hmac("HmacSHA256", secret, time + "." + body));
        return Signatures.equal(signature, expected) && age.compareTo(TOLERANCE) <= 0;
    }
}
