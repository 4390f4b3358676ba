package io.attune.sandbox.feedback;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How the services sign what they post: stated in their documents, checked against published vectors. */
public final class FormSignature {
    private FormSignature() {}

    /** Twilio and Mandrill: base64(HMAC-SHA1(key, URL followed by each name and value, sorted by name)). */
    public static String ofForm(String key, String url, Map<String, List<String>> form) {
        StringBuilder signed = new StringBuilder(url);
        new TreeMap<>(form).forEach((name, values) -> {
            SortedSet<String> distinct = new TreeSet<>(values);
            distinct.forEach(value -> signed.append(name).append(value));
        });
        return Base64.getEncoder().encodeToString(hmac("HmacSHA1", key, signed.toString()));
    }

    /** Mailchimp Marketing: {@code t=SECONDS,v1=hex(HMAC-SHA256(secret, "SECONDS.body"))}. */
    public static String ofBody(String secret, long epochSecond, String body) {
        return "t=" + epochSecond + ",v1="
                + HexFormat.of().formatHex(hmac("HmacSHA256", secret, epochSecond + "." + body));
    }

    private static byte[] hmac(String algorithm, String key, String text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
