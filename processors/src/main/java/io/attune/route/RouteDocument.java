package io.attune.route;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.List;

/**
 * The text of one route file and what it defines. Immutable.
 *
 * @param file path relative to the routes folder
 * @param text the file as it stands on disk
 * @param content the same, parsed
 * @param routes ids of the routes it defines, in order
 * @param configurations ids of the route configurations it defines; the nameless one is the empty string
 */
record RouteDocument(String file, String text, JsonNode content, List<String> routes, List<String> configurations) {
    private static final ObjectMapper YAML = new YAMLMapper();

    /** Reads a file's text, and refuses one that cannot be told apart from others later because a route has no id. */
    static RouteDocument parse(String file, String text) throws RouteFileException {
        JsonNode content = read(text);
        if (!content.isArray() || content.isEmpty()) {
            throw new RouteFileException(
                    "the file must be a list of definitions, for example '- route: {id: my-route, from: {…}}'");
        }
        List<String> routes = new ArrayList<>();
        List<String> configurations = new ArrayList<>();
        for (JsonNode definition : content) {
            if (definition.has("from")) {
                throw new RouteFileException("a bare 'from' has no id; write '- route: {id: …, from: {…}}'");
            }
            if (definition.has("route")) {
                routes.add(idOf(definition.get("route")));
            }
            if (definition.has("routeConfiguration")) {
                configurations.add(
                        definition.get("routeConfiguration").path("id").asText());
            }
        }
        return new RouteDocument(file, text, content, List.copyOf(routes), List.copyOf(configurations));
    }

    private static JsonNode read(String text) throws RouteFileException {
        try {
            return YAML.readTree(text);
        } catch (JsonProcessingException e) {
            throw new RouteFileException("not YAML: " + e.getMessage(), e);
        }
    }

    private static String idOf(JsonNode route) throws RouteFileException {
        String id = route.path("id").asText();
        if (id.isBlank()) {
            throw new RouteFileException("a route has no id; write '- route: {id: <flow>-<stage>, …}'");
        }
        return id;
    }
}
