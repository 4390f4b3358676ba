package io.attune.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;

/** Refuses what is JSON and yet cannot be stored or would cost too much: U+0000, half characters, absurd numbers. */
record StorableCheck(IngestLimits limits) {
    private static final int MAXIMUM_EXPONENT = 30;

    void check(JsonNode node) throws FlawedException {
        if (node.isTextual()) {
            checkText(node.textValue());
        } else if (node.isNumber()) {
            checkNumber(node);
        } else if (node.isArray()) {
            for (JsonNode element : node) {
                check(element);
            }
        } else if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                checkText(field.getKey());
                check(field.getValue());
            }
        }
    }

    private void checkText(String text) throws FlawedException {
        if (text.length() > limits.maximumTextLength()) {
            throw flaw("a text of " + text.length() + " characters; at most " + limits.maximumTextLength()
                    + " are kept (limits.yaml)");
        }
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == 0) {
                throw flaw("a text holds the character U+0000");
            }
            if (Character.isHighSurrogate(character)) {
                at++;
                if (at == text.length() || !Character.isLowSurrogate(text.charAt(at))) {
                    throw flaw("a text holds half of a surrogate pair");
                }
            } else if (Character.isLowSurrogate(character)) {
                throw flaw("a text holds half of a surrogate pair");
            }
        }
    }

    private static void checkNumber(JsonNode node) throws FlawedException {
        BigDecimal number = node.decimalValue();
        if (Math.abs((long) number.precision() - number.scale()) > MAXIMUM_EXPONENT
                || number.precision() > 2 * MAXIMUM_EXPONENT) {
            throw flaw("a number is outside of 1e-30 to 1e30");
        }
    }

    private static FlawedException flaw(String reason) {
        return new FlawedException(Flaw.inValidation("UNSTORABLE", reason));
    }
}
