package io.attune.reject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** Reads rejects off the topic {@code attune.rejects}, schema {@code reject/1}. Thread-safe. */
public final class RejectCodec {
    private final ObjectMapper json = new ObjectMapper();

    /**
     * Reads a reject. What is no reject becomes one itself: nothing that a topic holds is lost.
     *
     * @param place topic, partition and offset
     */
    public Reject read(String text, String place, Instant receivedAt) {
        try {
            JsonNode form = json.readTree(text);
            return new Reject(
                    Optional.of(form.path("key").asText("")).filter(key -> !key.isEmpty()),
                    form.path("source").asText("unknown"),
                    form.path("stage").asText("unknown"),
                    form.path("place").asText(place),
                    form.path("code").asText("UNKNOWN"),
                    form.path("reason").asText("the reject gives no reason"),
                    form.path("original").asText(text),
                    form.has("receivedAt")
                            ? Instant.parse(form.path("receivedAt").asText())
                            : receivedAt,
                    Optional.of(form.path("mapping").asText("")).filter(mapping -> !mapping.isEmpty()));
        } catch (JsonProcessingException | DateTimeException e) {
            return new Reject(
                    Optional.empty(),
                    "unknown",
                    "parse",
                    place,
                    "REJECT_UNREADABLE",
                    "the topic of rejects holds a message that is no reject/1",
                    text,
                    receivedAt);
        }
    }
}
