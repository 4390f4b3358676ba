package io.attune.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The models of a hub that runs, over REST: a change reaches each of its nodes. */
final class HubModels {
    private static final String MODELS = "/v1/models/";

    private final HubClient hub;
    private final PrintWriter out;

    HubModels(HubClient hub, PrintWriter out) {
        this.hub = hub;
        this.out = out;
    }

    void list() {
        for (JsonNode model : hub.get("/v1/models")) {
            for (JsonNode version : model.path("versions")) {
                boolean challenges = contains(
                        model.path("challengers"), version.path("version").asText());
                out.printf(
                        "%s %-20s %-4s %-10s AUC %-7s %s %s%n",
                        version.path("champion").asBoolean() ? "*" : challenges ? "+" : " ",
                        version.path("model").asText(),
                        version.path("version").asText(),
                        version.path("algorithm").asText(),
                        version.path("auc").asText().isEmpty()
                                ? "-"
                                : version.path("auc").asText(),
                        version.path("trainedAt").asText(),
                        version.path("problem").asText());
            }
        }
    }

    void show(String model, String version) {
        out.println(hub.get(path(model, version) + "/card").toPrettyString());
        gates(model, version);
    }

    void gates(String model, String version) {
        for (JsonNode gate : hub.get(path(model, version) + "/gates")) {
            out.println((gate.path("passed").asBoolean() ? "passed " : "failed ")
                    + gate.path("name").asText() + ": " + gate.path("finding").asText());
        }
    }

    String champion(String model) {
        for (JsonNode each : hub.get("/v1/models")) {
            if (each.path("model").asText().equals(model)
                    && !each.path("champion").isNull()) {
                return each.path("champion").asText();
            }
        }
        throw new CommandFailure(model + " has no champion; name a version");
    }

    void promote(String model, String version, boolean force) {
        gates(model, version);
        print(hub.post(path(model, version) + "/promote?force=" + force));
    }

    void rollback(String model) {
        print(hub.post(MODELS + encoded(model) + "/rollback"));
    }

    void challenge(String model, String version) {
        print(hub.post(path(model, version) + "/challenge"));
    }

    void retire(String model, String version) {
        print(hub.post(path(model, version) + "/retire"));
    }

    /**
     * Gives the hub's nodes a version.
     *
     * @param features our feature by the column of the file's model
     */
    void take(Path file, String model, Map<String, String> features) {
        String map = features.entrySet().stream()
                .map(entry -> "map=" + encoded(entry.getValue() + "=" + entry.getKey()))
                .collect(Collectors.joining("&", "?", ""));
        try {
            print(hub.post(
                    MODELS + encoded(model) + "/versions" + (features.isEmpty() ? "" : map),
                    "application/zip",
                    Files.readAllBytes(file)));
        } catch (IOException failed) {
            throw new CommandFailure(file + " cannot be read: " + failed.getMessage(), failed);
        }
    }

    private void print(JsonNode change) {
        out.println(change.path("model").asText() + " " + change.path("version").asText() + ", "
                + change.path("action").asText().toLowerCase(Locale.ROOT) + ": "
                + change.path("state").asText());
        for (JsonNode node : change.path("nodes")) {
            out.println("  " + node.path("node").asText() + ": "
                    + (node.path("activatedAt").isNull()
                            ? "not yet " + node.path("problem").asText("")
                            : "done " + node.path("activatedAt").asText()));
        }
    }

    private static boolean contains(JsonNode list, String text) {
        for (JsonNode each : list) {
            if (each.asText().equals(text)) {
                return true;
            }
        }
        return false;
    }

    private static String path(String model, String version) {
        return MODELS + encoded(model) + "/versions/" + encoded(version);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
