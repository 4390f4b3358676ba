package io.attune.delivery.projection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.delivery.Json;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/**
 * What a channel should hold of a person. Personal: stored encrypted.
 *
 * @param segments names, sorted
 * @param scores by model, rounded so that a change too small to act on is none
 * @param attributes those that channels show, by name
 * @param email whether the person agrees to marketing by e-mail
 * @param sms whether the person agrees to marketing by text message
 */
public record DesiredState(
        List<String> segments,
        SortedMap<String, Double> scores,
        SortedMap<String, String> attributes,
        boolean email,
        boolean sms) {

    private static final double STEPS = 100;

    public DesiredState {
        segments = segments.stream().sorted().toList();
        SortedMap<String, Double> rounded = new TreeMap<>();
        scores.forEach((model, value) -> rounded.put(model, Math.round(value * STEPS) / STEPS));
        scores = rounded;
        attributes = new TreeMap<>(attributes);
    }

    public Optional<String> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    /** Equal states have equal text. */
    public String toJson() {
        ObjectNode node = Json.object();
        segments.forEach(node.putArray("segments")::add);
        ObjectNode values = node.putObject("scores");
        scores.forEach(values::put);
        ObjectNode known = node.putObject("attributes");
        attributes.forEach(known::put);
        node.put("email", email).put("sms", sms);
        return Json.write(node);
    }

    /** Reads what {@link #toJson} wrote. */
    public static DesiredState parse(String text) {
        JsonNode node = Json.read(text).orElseGet(Json::object);
        SortedMap<String, Double> scores = new TreeMap<>();
        node.path("scores").forEachEntry((model, value) -> scores.put(model, value.asDouble()));
        SortedMap<String, String> attributes = new TreeMap<>();
        node.path("attributes").forEachEntry((name, value) -> attributes.put(name, value.asText()));
        return new DesiredState(
                StreamSupport.stream(node.path("segments").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList(),
                scores,
                attributes,
                node.path("email").asBoolean(),
                node.path("sms").asBoolean());
    }
}
