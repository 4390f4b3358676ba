package io.attune.ingest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** The write keys of web sources, sent as the user name of Basic authentication with an empty password, as Segment does. */
final class WriteKeys {
    private static final String BASIC = "Basic ";

    private final Map<String, String> keysBySource;

    WriteKeys(Map<String, String> keysBySource) {
        this.keysBySource = Map.copyOf(keysBySource);
    }

    /** The source whose write key the header {@code Authorization} holds. */
    Optional<String> source(String authorization) {
        return ofKey(user(authorization));
    }

    /** The source of a write key. Takes the same time whichever key is wrong. */
    Optional<String> ofKey(String key) {
        byte[] offered = key.getBytes(StandardCharsets.UTF_8);
        Optional<String> found = Optional.empty();
        for (Map.Entry<String, String> entry : keysBySource.entrySet()) {
            if (MessageDigest.isEqual(offered, entry.getValue().getBytes(StandardCharsets.UTF_8))) {
                found = Optional.of(entry.getKey());
            }
        }
        return found;
    }

    private static String user(String authorization) {
        if (!authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return "";
        }
        try {
            byte[] decoded = Base64.getDecoder()
                    .decode(authorization.substring(BASIC.length()).strip());
            String credentials = new String(decoded, StandardCharsets.UTF_8);
            int colon = credentials.indexOf(':');
            return colon < 0 ? credentials : credentials.substring(0, colon);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
