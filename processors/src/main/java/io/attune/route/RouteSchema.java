package io.attune.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.camel.dsl.yaml.YamlRoutesBuilderLoader;

/** Camel's own JSON Schema of its YAML DSL, the one that Kaoto and editors use. Thread-safe. */
public final class RouteSchema {
    private static final String RESOURCE = "/schema/camelYamlDsl.json";
    private static final int SHOWN = 5;

    private final Schema schema;

    public RouteSchema() {
        try (InputStream text = YamlRoutesBuilderLoader.class.getResourceAsStream(RESOURCE)) {
            if (text == null) {
                throw new IllegalStateException("camel-yaml-dsl brings no " + RESOURCE);
            }
            schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
                    .getSchema(withoutDeprecations(new ObjectMapper().readTree(text)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The validator warns of this keyword, which draft 4 does not know and which decides nothing. */
    private static JsonNode withoutDeprecations(JsonNode schema) {
        schema.findParents("deprecated").forEach(parent -> ((ObjectNode) parent).remove("deprecated"));
        return schema;
    }

    /** Lists what the schema says against a route file; empty when it conforms. */
    public List<String> problems(JsonNode content) {
        return schema.validate(content).stream().map(RouteSchema::describe).toList();
    }

    void check(RouteDocument document) throws RouteFileException {
        List<String> problems = problems(document.content());
        if (!problems.isEmpty()) {
            throw new RouteFileException("against Camel's YAML schema: "
                    + String.join("; ", problems.subList(0, Math.min(SHOWN, problems.size()))));
        }
    }

    private static String describe(Error error) {
        return error.getInstanceLocation() + " " + error.getMessage();
    }
}
