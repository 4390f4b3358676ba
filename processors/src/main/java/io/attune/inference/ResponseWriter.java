package io.attune.inference;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.attune.scoring.ModelCard;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.IntFunction;

/** Writes answers in the protocol's form. Thread-safe. */
final class ResponseWriter {
    static final String SCORE = "score";
    static final String REASON = "reason";
    static final String IMPUTED = "imputed";
    static final List<String> OUTPUTS = List.of(SCORE, REASON, IMPUTED);

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
            if (wants(request, SCORE, true)) {
                scores(json, answers);
            }
            if (wants(request, REASON, answers.anyRefused())) {
                texts(json, REASON, answers.rows(), answers::reason);
            }
            if (wants(request, IMPUTED, answers.anyImputed())) {
                texts(json, IMPUTED, answers.rows(), answers::imputed);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return body.toByteArray();
    }

    /** Whether an output is asked for, or nothing is and it has something to say. */
    private static boolean wants(InferenceRequest request, String output, boolean says) {
        return request.outputs().isEmpty() ? says : request.outputs().contains(output);
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

    private static void texts(JsonGenerator json, String name, int rows, IntFunction<String> textOf)
            throws IOException {
        head(json, name, Datatype.BYTES, rows);
        for (int row = 0; row < rows; row++) {
            json.writeString(textOf.apply(row));
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
