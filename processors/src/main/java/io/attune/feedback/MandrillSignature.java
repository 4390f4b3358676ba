package io.attune.feedback;

import java.util.Base64;

/** {@code X-Mandrill-Signature}: base64 of HMAC-SHA1 over the webhook's address and its sorted fields. */
final class MandrillSignature {

    private final String key;

    MandrillSignature(String key) {
        this.key = key;
    }

    String sign(String url, Form form) {
        return Base64.getEncoder().encodeToString(Signatures.hmac("HmacSHA1", key, url + form.signed()));
    }

    boolean valid(String signature, String url, Form form) {
        return Signatures.equal(signature, sign(url, form));
    }
}
