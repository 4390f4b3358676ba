package io.attune.sandbox.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The answer to a request. Immutable. */
public final class Response {
    private static final Response DISCONNECTED = new Response(0, Map.of(), output -> {}, 0);

    private final int status;
    private final Map<String, String> headers;
    private final Body body;
    private final long length;

    private Response(int status, Map<String, String> headers, Body body, long length) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.length = length;
    }

    /** Writes a body; called once, on the thread of the request. */
    @FunctionalInterface
    public interface Body {
        void writeTo(OutputStream output) throws IOException;
    }

    public static Response json(int status, Object value) {
        return of(status, "application/json; charset=utf-8", Json.bytes(value));
    }

    public static Response problem(int status, Object value) {
        return of(status, "application/problem+json; charset=utf-8", Json.bytes(value));
    }

    public static Response html(int status, String page) {
        return of(status, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    public static Response text(int status, String text) {
        return of(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    public static Response empty(int status) {
        return new Response(status, Map.of(), output -> {}, -1);
    }

    public static Response redirect(String location) {
        return empty(303).with("Location", location);
    }

    /** A body too large to be held: it is written as it is made. */
    public static Response streamed(String contentType, Body body) {
        return new Response(200, Map.of("Content-Type", contentType), body, 0);
    }

    /** No answer at all: the connection breaks. */
    public static Response disconnected() {
        return DISCONNECTED;
    }

    private static Response of(int status, String contentType, byte[] content) {
        return new Response(
                status,
                Map.of("Content-Type", contentType),
                output -> output.write(content),
                content.length == 0 ? -1 : content.length);
    }

    public Response with(String header, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new Response(status, all, body, length);
    }

    public int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    Body body() {
        return body;
    }

    /** As the JDK's server counts: -1 = no body, 0 = unknown. */
    long length() {
        return length;
    }
}
