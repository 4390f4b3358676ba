package io.attune.sandbox.standin.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.sandbox.http.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** A JWT by which a client logs in (RFC 7523), and what Salesforce finds wrong with it. */
record Assertion(String signed, String signature, JsonNode header, JsonNode claims) {
    /** How far ahead an assertion may expire. */
    private static final Duration LONGEST = Duration.ofMinutes(3);

    /** Empty when it is none. */
    static Optional<Assertion> of(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Assertion(parts[0] + "." + parts[1], parts[2], json(parts[0]), json(parts[1])));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static JsonNode json(String encoded) throws IOException {
        return Json.MAPPER.readTree(Base64.getUrlDecoder().decode(encoded));
    }

    /** What is wrong with it, in Salesforce's words; empty when nothing is. */
    Optional<String> problem(String clientId, String user, String audience, PublicKey key, Clock clock) {
        Instant now = clock.instant();
        Instant expires = Instant.ofEpochSecond(claims.path("exp").asLong());
        if (!header.path("alg").asText().equals("RS256") || !isSignedBy(key)) {
            return Optional.of("invalid assertion");
        }
        if (!claims.path("iss").asText().equals(clientId)) {
            return Optional.of("client identifier invalid");
        }
        if (!claims.path("aud").asText().equals(audience)) {
            return Optional.of("audience is invalid");
        }
        if (!claims.path("sub").asText().equals(user)) {
            return Optional.of("user hasn't approved this consumer");
        }
        if (!expires.isAfter(now) || expires.isAfter(now.plus(LONGEST))) {
            return Optional.of("assertion expired, or expires later than in 3 minutes");
        }
        return Optional.empty();
    }

    private boolean isSignedBy(PublicKey key) {
        try {
            Signature verification = Signature.getInstance("SHA256withRSA");
            verification.initVerify(key);
            verification.update(signed.getBytes(StandardCharsets.US_ASCII));
            return verification.verify(Base64.getUrlDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
