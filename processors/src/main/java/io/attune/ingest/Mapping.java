package io.attune.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.JsltException;
import com.schibsted.spt.data.jslt.Parser;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How one kind of original becomes records: the schema of what arrives, and the JSLT that maps it. The result is one
 * record, or an array of several. Thread-safe.
 */
final class Mapping {
    private final String name;
    private final JsonSchema schema;
    private final Expression expression;

    private Mapping(String name, JsonSchema schema, Expression expression) {
        this.name = name;
        this.schema = schema;
        this.expression = expression;
    }

    /** @throws JsltException when the mapping does not compile; the message has file, line and column */
    static Mapping compile(String name, String jslt, JsonSchema schema, MappingFunctions functions) {
        Expression expression = new Parser(new StringReader(jslt))
                .withSource(name + ".jslt")
                .withFunctions(functions.all())
                .compile();
        return new Mapping(name, schema, expression);
    }

    /** Its name and the version of its schema, such as {@code web-event/1}: what a record keeps of it. */
    String label() {
        return name + "/" + schema.version();
    }

    /** @throws FlawedException when the original is not what its source promises, or cannot be mapped */
    List<JsonNode> apply(String source, Original original, JsonNode content) throws FlawedException {
        schema.check(content);
        JsonNode result = map(source, original, content);
        List<JsonNode> records = new ArrayList<>();
        if (result.isArray()) {
            result.forEach(records::add);
        } else if (result.isObject()) {
            records.add(result);
        }
        if (records.isEmpty()) {
            throw new FlawedException(Flaw.inMapping("NOTHING_MAPPED", "the mapping made no record of it"));
        }
        return records;
    }

    private JsonNode map(String source, Original original, JsonNode content) throws FlawedException {
        Map<String, JsonNode> variables = Map.of(
                "source", TextNode.valueOf(source),
                "receivedAt", TextNode.valueOf(original.receivedAt().toString()),
                "arrival", TextNode.valueOf(original.arrival().code()));
        try {
            return expression.apply(variables, content);
        } catch (JsltException e) {
            // JSLT's own message quotes the value, which may be personal.
            throw new FlawedException(Flaw.inMapping(
                    "MAPPING_FAILED",
                    "a value does not fit the mapping at " + e.getSource() + ", line " + e.getLine() + ", column "
                            + e.getColumn()));
        }
    }
}
