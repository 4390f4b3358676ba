package io.attune.ingest.salesforce;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.attune.error.AttuneException;
import io.attune.error.ErrorCategory;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Supplier;

/**
 * Signed statements of who logs in, for the JWT bearer flow (RFC 7523): RS256, and valid for two minutes, where Salesforce
 * takes three at most. Thread-safe.
 */
final class JwtAssertions implements Supplier<String> {
    private static final Duration VALID = Duration.ofMinutes(2);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final String clientId;
    private final String user;
    private final String audience;
    private final PrivateKey key;
    private final Clock clock;

    JwtAssertions(String clientId, String user, String audience, PrivateKey key, Clock clock) {
        this.clientId = clientId;
        this.user = user;
        this.audience = audience;
        this.key = key;
        this.clock = clock;
    }

    @Override
    public String get() {
        String claims = JsonNodeFactory.instance
                .objectNode()
                .put("iss", clientId)
                .put("sub", user)
                .put("aud", audience)
                .put("exp", clock.instant().plus(VALID).getEpochSecond())
                .toString();
        String signed = encoded("{\"alg\":\"RS256\"}") + "." + encoded(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new AttuneException(
                    "SALESFORCE_JWT",
                    ErrorCategory.USER,
                    "attune.salesforce.jwt-key cannot sign: is it an RSA key?",
                    e);
        }
    }

    private static String encoded(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
