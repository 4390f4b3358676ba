package io.attune.it.environment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.command.user.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The first node's MBeans, as its console reads them. Thread-safe. */
public final class ManagementBeans {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Environment environment;

    public ManagementBeans(Environment environment) {
        this.environment = environment;
    }

    /** How many exchanges a route has completed; empty while it does not run. */
    public Optional<Long> completed(String route) {
        JsonNode answer =
                get("read/org.apache.camel:type=routes,context=*,name=%22" + encoded(route) + "%22/ExchangesCompleted");
        for (JsonNode bean : answer.path("value")) {
            return Optional.of(bean.path("ExchangesCompleted").asLong());
        }
        return Optional.empty();
    }

    /** How many steps a route has, those inside other steps included. */
    public int steps(String route) {
        return get("read/org.apache.camel:type=processors,context=*,*/RouteId")
                .path("value")
                .findValues("RouteId")
                .stream()
                .filter(id -> id.asText().equals(route))
                .toList()
                .size();
    }

    /** An attribute of one of the hub's own beans, such as {@code type=Matches,name=all}. */
    public JsonNode read(String bean, String attribute) {
        return get("read/io.attune:" + bean + "/" + attribute).path("value");
    }

    /** Calls an operation of one of the hub's own beans as a user of a role, and answers what Jolokia says of it. */
    public JsonNode call(Role role, String bean, String operation, String... arguments) {
        ObjectNode request = JSON.createObjectNode()
                .put("type", "exec")
                .put("mbean", "io.attune:" + bean)
                .put("operation", operation);
        ArrayNode sent = request.putArray("arguments");
        List.of(arguments).forEach(sent::add);
        return answer(Http.request(jolokia(""))
                .header("Authorization", Http.basic(environment.user(role)))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(request.toString()))
                .build());
    }

    private JsonNode get(String path) {
        return answer(Http.request(jolokia(path))
                .header("Authorization", Http.basic(environment.user(Role.ADMIN)))
                .build());
    }

    private URI jolokia(String path) {
        return URI.create(environment.nodes().first().node().console() + "jolokia/" + path);
    }

    private static JsonNode answer(HttpRequest request) {
        HttpResponse<String> answer = Http.send(request);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(request.uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        try {
            return JSON.readTree(answer.body());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
