package io.attune.inference;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.attune.scoring.ModelCard;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/** Writes answers in the protocol's form. Thread-safe. */
final class ResponseWriter {
    static final String SCORE = "score";
    static final String REASON = "reason";
    static final List<String> OUTPUTS = List.of(SCORE, REASON);

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();
    private static final int HEAD = 512;
    private static final int NUMBER = 22;

    private ResponseWriter() {}

    static byte[] write(InferenceRequest request, ModelCard card, String release, Answers answers) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream(HEAD + answers.rows() * NUMBER);
        try (JsonGenerator json = JSON.createGenerator(body)) {
            json.writeStartObject();
            json.writeStringField("model_name", card.model());
            json.writeStringField("model_version", card.version());
            if (request.id().isPresent()) {
                json.writeStringField("id", request.id().get());
            }
            json.writeObjectFieldStart("parameters");
            json.writeStringField("release", release);
            json.writeEndObject();
            json.writeArrayFieldStart("outputs");
            if (wants(request, SCORE)) {
                scores(json, answers);
            }
            boolean unasked = request.outputs().isEmpty() && answers.anyRefused();
            if (unasked || request.outputs().contains(REASON)) {
                reasons(json, answers);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return body.toByteArray();
    }

    private static boolean wants(InferenceRequest request, String output) {
        return request.outputs().isEmpty() || request.outputs().contains(output);
    }

    private static void scores(JsonGenerator json, Answers answers) throws IOException {
        head(json, SCORE, Datatype.FP64, answers.rows());
        for (int row = 0; row < answers.rows(); row++) {
            if (answers.reason(row) == null) {
                json.writeNumber(answers.value(row));
            } else {
                json.writeNull();
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void reasons(JsonGenerator json, Answers answers) throws IOException {
        head(json, REASON, Datatype.BYTES, answers.rows());
        for (int row = 0; row < answers.rows(); row++) {
            json.writeString(answers.reason(row));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void head(JsonGenerator json, String name, Datatype datatype, int rows) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", name);
        json.writeStringField("datatype", datatype.name());
        json.writeArrayFieldStart("shape");
        json.writeNumber(rows);
        json.writeEndArray();
        json.writeArrayFieldStart("data");
    }
}
