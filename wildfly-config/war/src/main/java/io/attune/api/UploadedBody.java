package io.attune.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file that was sent: as the body, or as a part of a form.
 *
 * @param digest {@code sha256:} and the digest that the sender named
 * @param map what the form's parts {@code map} say
 */
@SuppressWarnings("ArrayRecordComponent") // megabytes that nobody compares
record UploadedBody(byte[] content, Optional<String> digest, List<String> map) {
    private static final int MOST_BYTES = 64 << 20;
    /** RFC 9530. */
    private static final Pattern SHA_256 = Pattern.compile("(^|.*,)\\s*sha-256=:([A-Za-z0-9+/=]+):.*");

    private static final String DIGEST = "Content-Digest";

    /** @throws ProblemException 413 when it is too large, 400 when it is no form though it says so */
    static UploadedBody read(InputStream body, HttpHeaders headers) throws IOException {
        Optional<String> digest = Optional.ofNullable(headers.getHeaderString(DIGEST));
        if (!MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(headers.getMediaType())) {
            return new UploadedBody(bounded(body, MOST_BYTES), digest.map(UploadedBody::sha256), List.of());
        }
        if (digest.isPresent()) {
            throw ProblemException.badRequest(
                    "Content-Digest would be that of the whole form; put it into the header of the part, as"
                            + " curl -F 'file=@model.zip;headers=\"Content-Digest: sha-256=:BASE64:\"' does.");
        }
        return new UploadForm(MOST_BYTES).read(body, headers.getHeaderString(HttpHeaders.CONTENT_TYPE));
    }

    /**
     * Our features by the columns that a MOJO names otherwise.
     *
     * @param asked what the address says beside the form
     * @throws ProblemException 400 for a pair that is none
     */
    Map<String, String> columns(List<String> asked) {
        Map<String, String> columns = new TreeMap<>();
        Stream.concat(asked.stream(), map.stream()).forEach(pair -> {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw ProblemException.badRequest(
                        "map is \"" + pair + "\"; write map=feature=column, such as map=orders_90d=n_orders.");
            }
            columns.put(pair.substring(equals + 1), pair.substring(0, equals));
        });
        return columns;
    }

    static byte[] bounded(InputStream content, int most) throws IOException {
        byte[] bytes = content.readNBytes(most + 1);
        if (bytes.length > most) {
            throw ProblemException.tooLarge(
                    "The upload has more than " + most
                            + " bytes. Put the version's folder into mojo-models/registry of a node and promote it from there.");
        }
        return bytes;
    }

    static String sha256(String header) {
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
