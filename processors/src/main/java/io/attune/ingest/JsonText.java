package io.attune.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** Reads and writes JSON from and for strangers: bounded in depth and length, exact in its numbers. Thread-safe. */
final class JsonText {
    private static final int MAXIMUM_DIGITS = 100;

    private final ObjectMapper mapper;

    JsonText(IngestLimits limits) {
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxNestingDepth(limits.maximumDepth())
                .maxStringLength(limits.maximumBytes())
                .maxNumberLength(MAXIMUM_DIGITS)
                .build();
        JsonFactory factory =
                JsonFactory.builder().streamReadConstraints(constraints).build();
        mapper = JsonMapper.builder(factory)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /** @throws IOException when it is not one JSON value within the limits; the message holds no content */
    JsonNode read(byte[] content) throws IOException {
        try {
            return mapper.readTree(content);
        } catch (NumberFormatException e) {
            // Jackson lets an exponent of too many digits through to the decimal parser, whose message quotes it.
            throw new IOException("a number is beyond all measure");
        }
    }

    /** Whether what was read gives the same again when it is written and read; 1.0 does not, which is written as 1. */
    boolean readsAlike(JsonNode node) {
        if (node.isBigDecimal()) {
            return node.decimalValue().scale() != 0;
        }
        if (node.isContainerNode()) {
            for (JsonNode child : node) {
                if (!readsAlike(child)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** @throws IOException when a text holds half of a surrogate pair */
    byte[] write(JsonNode node) throws IOException {
        return mapper.writeValueAsBytes(node);
    }
}
