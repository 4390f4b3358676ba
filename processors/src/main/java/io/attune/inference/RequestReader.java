package io.attune.inference;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a request in one pass: every number goes from the text into its tensor's array, in whatever order the keys come.
 * Used once.
 */
final class RequestReader {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // Python's own writer says NaN for what is missing.
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(32)
                    .maxStringLength(10_000)
                    .maxNumberLength(100)
                    .build())
            .build();
    private static final int DEEPEST = 2;

    private final int mostElements;
    private int elements;

    /** @param mostElements of all tensors together */
    RequestReader(int mostElements) {
        this.mostElements = mostElements;
    }

    /** @throws InferenceException when the body is no request of the protocol, or too large */
    InferenceRequest read(InputStream body) throws IOException {
        try (JsonParser parser = JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw InferenceException.badRequest("the body is no JSON object; send {\"inputs\": [...]}");
            }
            return request(parser);
        } catch (StreamReadException broken) {
            throw InferenceException.badRequest("the body is no JSON that this server reads, at line "
                    + broken.getLocation().getLineNr() + ", column "
                    + broken.getLocation().getColumnNr() + ": " + broken.getOriginalMessage());
        }
    }

    private InferenceRequest request(JsonParser parser) throws IOException {
        String id = null;
        List<Tensor> inputs = new ArrayList<>();
        List<String> outputs = new ArrayList<>();
        for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
            JsonToken value = parser.nextToken();
            switch (key) {
                case "id" -> id = text(parser, "id");
                case "inputs" -> {
                    requireArray(value, "inputs");
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        inputs.add(tensor(parser));
                    }
                }
                case "outputs" -> {
                    requireArray(value, "outputs");
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        outputs.add(output(parser));
                    }
                }
                default -> parser.skipChildren();
            }
        }
        return new InferenceRequest(Optional.ofNullable(id), inputs, outputs);
    }

    private Tensor tensor(JsonParser parser) throws IOException {
        requireObject(parser, "inputs");
        String name = null;
        String datatype = null;
        List<Integer> shape = null;
        Elements data = null;
        for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
            JsonToken value = parser.nextToken();
            switch (key) {
                case "name" -> name = text(parser, "inputs: name");
                case "datatype" -> datatype = text(parser, "inputs: datatype");
                case "shape" -> {
                    requireArray(value, "inputs: shape");
                    shape = shape(parser);
                }
                case "data" -> {
                    requireArray(value, "inputs: data");
                    data = new Elements(mostElements - elements);
                    data(parser, data, 1);
                    elements += data.count();
                }
                default -> parser.skipChildren();
            }
        }
        if (name == null || datatype == null || shape == null || data == null) {
            throw InferenceException.badRequest("inputs: " + (name == null ? "a tensor" : name)
                    + " lacks one of name, datatype, shape and data; send for instance"
                    + " {\"name\": \"orders_90d\", \"datatype\": \"FP64\", \"shape\": [1], \"data\": [3]}");
        }
        return new Tensor(name, Datatype.of(datatype, name), shape, data);
    }

    private static int data(JsonParser parser, Elements data, int depth) throws IOException {
        int length = 0;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            length++;
            switch (token) {
                case VALUE_NUMBER_FLOAT, VALUE_NUMBER_INT -> data.number(parser.getDoubleValue());
                case VALUE_NULL -> data.missing();
                case VALUE_STRING -> data.text(parser.getText());
                case VALUE_TRUE -> data.truth(true);
                case VALUE_FALSE -> data.truth(false);
                case START_ARRAY -> {
                    if (depth == DEEPEST) {
                        throw InferenceException.badRequest(
                                "inputs: data is nested deeper than " + DEEPEST + " arrays; send rows of numbers");
                    }
                    data.row(data(parser, data, depth + 1));
                }
                default ->
                    throw InferenceException.badRequest(
                            "inputs: data holds something that is no number, text, truth value or null");
            }
        }
        return length;
    }

    private static List<Integer> shape(JsonParser parser) throws IOException {
        List<Integer> shape = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            boolean whole = parser.currentToken() == JsonToken.VALUE_NUMBER_INT;
            double length = whole ? parser.getDoubleValue() : -1;
            if (length < 0 || length > 1_000_000 || shape.size() == 8) {
                throw InferenceException.badRequest(
                        "inputs: shape holds " + parser.getText() + "; it takes whole numbers from 0 to 1000000");
            }
            shape.add((int) length);
        }
        return shape;
    }

    private static String output(JsonParser parser) throws IOException {
        requireObject(parser, "outputs");
        String name = null;
        for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
            parser.nextToken();
            if ("name".equals(key)) {
                name = text(parser, "outputs: name");
            } else {
                parser.skipChildren();
            }
        }
        if (name == null) {
            throw InferenceException.badRequest("outputs: one lacks its name");
        }
        return name;
    }

    private static String text(JsonParser parser, String place) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw InferenceException.badRequest(place + " must be a text");
        }
        return parser.getText();
    }

    private static void requireArray(JsonToken token, String place) {
        if (token != JsonToken.START_ARRAY) {
            throw InferenceException.badRequest(place + " must be an array");
        }
    }

    private static void requireObject(JsonParser parser, String place) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw InferenceException.badRequest(place + " must hold objects");
        }
    }
}
