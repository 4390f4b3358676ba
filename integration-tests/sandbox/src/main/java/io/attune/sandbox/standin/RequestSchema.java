package io.attune.sandbox.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.attune.sandbox.SandboxException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** What a service accepts as a body, unknown fields being mistakes. Thread-safe. */
public final class RequestSchema {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final Schema schema;

    private RequestSchema(Schema schema) {
        this.schema = schema;
    }

    /**
     * Reads a schema.
     *
     * @param name of a {@code .schema.json} beside this class
     */
    public static RequestSchema load(String name) {
        String resource = name + ".schema.json";
        try (InputStream stream = RequestSchema.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new SandboxException("The resource " + resource + " is missing from the sandbox");
            }
            return new RequestSchema(REGISTRY.getSchema(stream, InputFormat.JSON));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A violation: the field's name in dots, and what is wrong with it. */
    public record Violation(String field, String message) {}

    /** Empty when the body is acceptable. */
    public List<Violation> violations(JsonNode body) {
        return schema.validate(body).stream().map(RequestSchema::violation).toList();
    }

    private static Violation violation(Error error) {
        String pointer = error.getInstanceLocation().toString();
        return new Violation(
                pointer.startsWith("/") ? pointer.substring(1).replace('/', '.') : pointer, error.getMessage());
    }
}
