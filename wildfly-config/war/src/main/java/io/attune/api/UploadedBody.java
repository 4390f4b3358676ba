package io.attune.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file that was sent.
 *
 * @param digest {@code sha256:} and the digest that the sender named
 */
@SuppressWarnings("ArrayRecordComponent") // megabytes that nobody compares
record UploadedBody(byte[] content, Optional<String> digest) {
    private static final int MOST_BYTES = 64 << 20;
    /** RFC 9530. */
    private static final Pattern SHA_256 = Pattern.compile("(^|.*,)\\s*sha-256=:([A-Za-z0-9+/=]+):.*");

    static UploadedBody read(InputStream body, Optional<String> contentDigest) throws IOException {
        byte[] content = body.readNBytes(MOST_BYTES + 1);
        if (content.length > MOST_BYTES) {
            throw ProblemException.tooLarge(
                    "The upload has more than " + MOST_BYTES
                            + " bytes. Put the version's folder into mojo-models/registry of a node and promote it from there.");
        }
        return new UploadedBody(content, contentDigest.map(UploadedBody::sha256));
    }

    private static String sha256(String header) {
        Matcher matcher = SHA_256.matcher(header);
        if (!matcher.matches()) {
            throw ProblemException.badRequest(
                    "Content-Digest names no sha-256; write Content-Digest: sha-256=:BASE64:, or leave it out.");
        }
        try {
            return "sha256:" + HexFormat.of().formatHex(Base64.getDecoder().decode(matcher.group(2)));
        } catch (IllegalArgumentException broken) {
            throw ProblemException.badRequest("Content-Digest holds no Base64: " + broken.getMessage() + ".");
        }
    }
}
