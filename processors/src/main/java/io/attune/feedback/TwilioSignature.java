package io.attune.feedback;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * {@code X-Twilio-Signature}: base64 of HMAC-SHA1 over the full address and the sorted fields; of a body that is no form,
 * over the address alone, which names the body's SHA-256. Twilio signs with or without the port, so both are tried.
 */
final class TwilioSignature {

    private static final String BODY_HASH = "bodySHA256=";

    private final String token;

    TwilioSignature(String token) {
        this.token = token;
    }

    boolean valid(String signature, String url, Form form) {
        return matches(signature, url, form.signed());
    }

    boolean validBody(String signature, String url, String body) {
        Optional<String> hash = bodyHash(url);
        return hash.isPresent() && Signatures.equal(hash.get(), sha256(body)) && matches(signature, url, "");
    }

    // Every form is computed even when the first fits, so that the time says nothing of which one did.
    private boolean matches(String signature, String url, String signed) {
        boolean matches = false;
        for (String candidate : candidates(url)) {
            String expected =
                    Base64.getEncoder().encodeToString(Signatures.hmac("HmacSHA1", token, candidate + signed));
            matches |= Signatures.equal(signature, expected);
        }
        return matches;
    }

    private static List<String> candidates(String url) {
        List<String> candidates = new ArrayList<>(List.of(url));
        URI address = URI.create(url);
        String authority = address.getRawAuthority();
        int schemeEnd = url.indexOf("://") + 3;
        String rest = url.substring(schemeEnd + authority.length());
        if (address.getPort() >= 0) {
            String bare = authority.substring(0, authority.lastIndexOf(':'));
            candidates.add(url.substring(0, schemeEnd) + bare + rest);
        } else {
            int standard = "https".equals(address.getScheme()) ? 443 : 80;
            candidates.add(url.substring(0, schemeEnd) + authority + ":" + standard + rest);
        }
        return candidates;
    }

    private static Optional<String> bodyHash(String url) {
        String query = Optional.ofNullable(URI.create(url).getRawQuery()).orElse("");
        for (String pair : query.split("&", -1)) {
            if (pair.startsWith(BODY_HASH)) {
                return Optional.of(pair.substring(BODY_HASH.length()));
            }
        }
        return Optional.empty();
    }

    private static String sha256(String body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
