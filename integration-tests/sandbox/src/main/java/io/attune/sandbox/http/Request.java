package io.attune.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One HTTP request, read whole. Immutable. */
public final class Request {
    private final String method;
    private final URI uri;
    private final Map<String, String> headers;
    private final byte[] body;
    private final Map<String, String> parameters;
    private final boolean partialFailure;

    /**
     * A request as a server received it.
     *
     * @param headers names in lower case
     */
    public Request(String method, URI uri, Map<String, String> headers, byte[] body) {
        this(method, uri, Map.copyOf(headers), body.clone(), Map.of(), false);
    }

    private Request(
            String method,
            URI uri,
            Map<String, String> headers,
            byte[] body,
            Map<String, String> parameters,
            boolean partialFailure) {
        this.method = method;
        this.uri = uri;
        this.headers = headers;
        this.body = body;
        this.parameters = parameters;
        this.partialFailure = partialFailure;
    }

    Request withParameters(Map<String, String> values) {
        return new Request(method, uri, headers, body, Map.copyOf(values), partialFailure);
    }

    /** The same request, of which a stand-in shall refuse every second item. */
    public Request failingPartially() {
        return new Request(method, uri, headers, body, parameters, true);
    }

    public boolean isFailingPartially() {
        return partialFailure;
    }

    public String method() {
        return method;
    }

    public String path() {
        return uri.getPath();
    }

    /** The value of a {@code {name}} in the route's pattern. */
    public String parameter(String name) {
        return Optional.ofNullable(parameters.get(name))
                .orElseThrow(() -> new IllegalArgumentException("The route has no parameter " + name));
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    public Map<String, List<String>> query() {
        return decoded(Optional.ofNullable(uri.getRawQuery()).orElse(""));
    }

    public Optional<String> query(String name) {
        return query().getOrDefault(name, List.of()).stream().findFirst();
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The fields of a form body, each with its values in order. */
    public Map<String, List<String>> form() {
        return decoded(text());
    }

    /**
     * The body as JSON.
     *
     * @throws IOException when it is none
     */
    public JsonNode json() throws IOException {
        return Json.MAPPER.readTree(body);
    }

    /** User and password of Basic authentication. */
    public Optional<Credentials> credentials() {
        return header("Authorization")
                .filter(value -> value.regionMatches(true, 0, "Basic ", 0, 6))
                .flatMap(value -> Credentials.parse(value.substring(6).strip()));
    }

    public record Credentials(String user, String password) {
        static Optional<Credentials> parse(String encoded) {
            try {
                String plain = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
                int colon = plain.indexOf(':');
                return colon < 0
                        ? Optional.empty()
                        : Optional.of(new Credentials(plain.substring(0, colon), plain.substring(colon + 1)));
            } catch (IllegalArgumentException notBase64) {
                return Optional.empty();
            }
        }
    }

    private static Map<String, List<String>> decoded(String encoded) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        if (encoded.isEmpty()) {
            return fields;
        }
        int start = 0;
        while (start <= encoded.length()) {
            int end = encoded.indexOf('&', start);
            String pair = encoded.substring(start, end < 0 ? encoded.length() : end);
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            fields.computeIfAbsent(URLDecoder.decode(name, StandardCharsets.UTF_8), key -> new ArrayList<>())
                    .add(URLDecoder.decode(value, StandardCharsets.UTF_8));
            if (end < 0) {
                break;
            }
            start = end + 1;
        }
        return fields;
    }
}
