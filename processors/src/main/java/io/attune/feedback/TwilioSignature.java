package io.attune.feedback;

import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * {@code X-Twilio-Signature}: base64 of HMAC-SHA1 over the full address and the sorted fields. Twilio signs with or without the
 * port, so both are tried.
 */
final class TwilioSignature {
    private final String token;

    TwilioSignature(String token) {
        this.token = token;
    }

    // Every form is computed even when the first fits, so that the time says nothing of which one did.
    boolean valid(String signature, String url, Form form) {
        String signed = form.signed();
        boolean valid = false;
        for (String candidate : candidates(url)) {
            String expected =
                    Base64.getEncoder().encodeToString(Signatures.hmac("HmacSHA1", token, candidate + signed));
            valid |= Signatures.equal(signature, expected);
        }
        return valid;
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
}
