package io.attune.it.environment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.command.user.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
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

    private JsonNode get(String path) {
        URI uri = URI.create(environment.nodes().first().node().console() + "jolokia/" + path);
        HttpResponse<String> answer = Http.send(Http.request(uri)
                .header("Authorization", Http.basic(environment.user(Role.ADMIN)))
                .build());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(uri + " answered " + answer.statusCode() + ": " + answer.body());
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
