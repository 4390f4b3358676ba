package io.attune.sandbox;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Passwords and keys of one sandbox, made at its first start and kept in its folder. Shapes follow the real services
 * (a Mailchimp key ends in its data centre, a Twilio account starts with AC), because clients parse them.
 */
public record Secrets(
        String postgresPassword,
        String databasePassword,
        String posPassword,
        String tillPassword,
        String salesforceClientId,
        String salesforceClientSecret,
        String mailchimpApiKey,
        String mailchimpListId,
        String mailchimpWebhookSecret,
        String mandrillApiKey,
        String mandrillWebhookKey,
        String twilioAccountSid,
        String twilioAuthToken,
        String webWriteKey) {
    private static final SecureRandom RANDOM = new SecureRandom();

    static Secrets open(PrivateProperties file) {
        Map<String, String> kept = file.read();
        Secrets secrets = new Secrets(
                kept.computeIfAbsent("postgres.password", hex(16)),
                kept.computeIfAbsent("database.password", hex(16)),
                kept.computeIfAbsent("pos.password", hex(16)),
                kept.computeIfAbsent("till.password", hex(16)),
                kept.computeIfAbsent("salesforce.client-id", prefixed("3MVG9", hex(20))),
                kept.computeIfAbsent("salesforce.client-secret", hex(32)),
                kept.computeIfAbsent("mailchimp.api-key", suffixed(hex(16), "-us1")),
                kept.computeIfAbsent("mailchimp.list-id", hex(5)),
                kept.computeIfAbsent("mailchimp.webhook-secret", hex(16)),
                kept.computeIfAbsent("mandrill.api-key", prefixed("md-", hex(11))),
                kept.computeIfAbsent("mandrill.webhook-key", hex(11)),
                kept.computeIfAbsent("twilio.account-sid", prefixed("AC", hex(16))),
                kept.computeIfAbsent("twilio.auth-token", hex(16)),
                kept.computeIfAbsent("web.write-key", hex(16)));
        file.write("Secrets of this sandbox, made at its first start", kept);
        return secrets;
    }

    private static UnaryOperator<String> hex(int bytes) {
        return key -> {
            byte[] content = new byte[bytes];
            RANDOM.nextBytes(content);
            return HexFormat.of().formatHex(content);
        };
    }

    private static UnaryOperator<String> prefixed(String prefix, UnaryOperator<String> rest) {
        return key -> prefix + rest.apply(key);
    }

    private static UnaryOperator<String> suffixed(UnaryOperator<String> start, String suffix) {
        return key -> start.apply(key) + suffix;
    }

    /** Not the values, so that a record in a log gives nothing away. */
    @Override
    public String toString() {
        return "Secrets[…]";
    }
}
