package io.attune.delivery;

import java.util.Map;
import java.util.Optional;

/**
 * One HTTP call to a channel.
 *
 * @param path appended to the channel's base address, with a leading slash
 * @param query encoded, without the question mark
 * @param headers beside the content type
 * @param body empty for GET
 */
public record ChannelRequest(
        String method,
        String path,
        Optional<String> query,
        Optional<String> contentType,
        Map<String, String> headers,
        Optional<String> body) {

    public ChannelRequest {
        headers = Map.copyOf(headers);
    }

    public static ChannelRequest json(String method, String path, Map<String, String> headers, String body) {
        return new ChannelRequest(
                method, path, Optional.empty(), Optional.of("application/json"), headers, Optional.of(body));
    }

    public static ChannelRequest form(String path, Map<String, String> headers, String body) {
        return new ChannelRequest(
                "POST",
                path,
                Optional.empty(),
                Optional.of("application/x-www-form-urlencoded"),
                headers,
                Optional.of(body));
    }

    public static ChannelRequest get(String path, Optional<String> query, Map<String, String> headers) {
        return new ChannelRequest("GET", path, query, Optional.empty(), headers, Optional.empty());
    }
}
