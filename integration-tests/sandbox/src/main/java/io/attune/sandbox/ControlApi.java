package io.attune.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.sandbox.feedback.Answer;
import io.attune.sandbox.http.Handler;
import io.attune.sandbox.http.Json;
import io.attune.sandbox.http.Refusal;
import io.attune.sandbox.http.Request;
import io.attune.sandbox.http.Response;
import io.attune.sandbox.http.Router;
import io.attune.sandbox.standin.Answers;
import io.attune.sandbox.standin.Fault;
import io.attune.sandbox.standin.Faults;
import io.attune.sandbox.standin.StandIn;
import io.attune.sandbox.standin.StandIns;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Over HTTP what tests in the same process do by calling: faults, outages, the hub's address, answers to messages. */
final class ControlApi implements Handler {
    private final Sandbox sandbox;
    private final StandIns standIns;
    private final Clock clock;
    private final Router router;

    ControlApi(Sandbox sandbox, StandIns standIns, Clock clock) {
        this.sandbox = sandbox;
        this.standIns = standIns;
        this.clock = clock;
        this.router = new Router("/control")
                .route("GET", "", this::state)
                .route("POST", "/hub", this::hub)
                .route("POST", "/answers", this::answer)
                .route("POST", "/kafka/{action}", this::kafka)
                .route("POST", "/postgres/{action}", this::postgres)
                .route("POST", "/{standin}", this::fault)
                .route("DELETE", "/{standin}", this::clear)
                .route("POST", "/{standin}/release", this::release);
    }

    @Override
    public Response handle(Request request) throws IOException {
        Router.Match match = router.match(request)
                .orElseThrow(() -> refusal(404, "There is no " + request.method() + " " + request.path()));
        return match.handler().handle(match.request());
    }

    private Response state(Request request) {
        ObjectNode state = Json.object();
        state.put("publicUrl", standIns.hub().publicUrl().orElse(null));
        state.put("feedbackWaiting", standIns.feedbackWaiting());
        state.put("feedbackDropped", standIns.feedbackDropped());
        state.set("feedback", Json.MAPPER.valueToTree(standIns.postman().tally()));
        ObjectNode all = state.putObject("standIns");
        standIns.all().forEach((name, standIn) -> all.set(name, state(standIn)));
        return Response.json(200, state);
    }

    private static ObjectNode state(StandIn standIn) {
        ObjectNode state = Json.object();
        state.set("served", Json.MAPPER.valueToTree(standIn.served()));
        ArrayNode faults = state.putArray("faults");
        standIn.faults().pending().forEach(fault -> faults.add(Json.MAPPER.valueToTree(fault)));
        return state.put("held", standIn.faults().held());
    }

    private Response hub(Request request) throws IOException {
        String url = request.json().path("publicUrl").asText();
        try {
            standIns.hubListensAt(url);
        } catch (IllegalArgumentException wrong) {
            throw refusal(400, wrong.getMessage());
        }
        return Response.empty(204);
    }

    private Response answer(Request request) throws IOException {
        JsonNode body = request.json();
        Answer.Kind kind = kind(Answer.Kind.class, body.path("kind").asText());
        String message = body.path("message").asText();
        String url = body.path("url").asText("");
        Instant at = body.hasNonNull("at") ? Instant.parse(body.get("at").asText()) : clock.instant();
        String id = body.path("id").asText(message + ":" + kind + ":" + url);
        Answers.Result result = standIns.answers()
                .give(new Answer(id, message, kind, url, body.path("text").asText(""), at));
        int status = switch (result) {
            case ACCEPTED -> 202;
            case REPEATED -> 200;
            case UNKNOWN_MESSAGE -> 404;
            case IMPOSSIBLE -> 400;
        };
        return Response.json(status, Json.object().put("result", result.name()));
    }

    private Response kafka(Request request) {
        return startOrStop(request, sandbox.kafka()::start, sandbox.kafka()::stop);
    }

    private Response postgres(Request request) {
        return startOrStop(request, sandbox.postgres()::start, sandbox.postgres()::stop);
    }

    private static Response startOrStop(Request request, Runnable start, Runnable stop) {
        switch (request.parameter("action")) {
            case "start" -> start.run();
            case "stop" -> stop.run();
            default -> throw refusal(404, "Say start or stop");
        }
        return Response.empty(204);
    }

    private Response fault(Request request) throws IOException {
        JsonNode body = request.json();
        try {
            faults(request)
                    .add(new Fault(
                            kind(Fault.Kind.class, body.path("kind").asText()),
                            body.path("operation").asText(""),
                            body.path("times").asInt(1),
                            body.path("share").asDouble(1),
                            body.path("status").asInt(503),
                            Duration.ofMillis(body.path("delayMillis").asLong(0))));
        } catch (IllegalArgumentException wrong) {
            throw refusal(400, wrong.getMessage());
        }
        return Response.empty(204);
    }

    private Response clear(Request request) {
        faults(request).clear();
        return Response.empty(204);
    }

    private Response release(Request request) {
        faults(request).release();
        return Response.empty(204);
    }

    private Faults faults(Request request) {
        String name = request.parameter("standin");
        return Optional.ofNullable(standIns.all().get(name))
                .map(StandIn::faults)
                .orElseThrow(() -> refusal(
                        404,
                        "There is no stand-in " + name + "; there are "
                                + standIns.all().keySet()));
    }

    /** Written as in {@code drop-before}. */
    private static <E extends Enum<E>> E kind(Class<E> type, String name) {
        try {
            return Enum.valueOf(type, name.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException unknown) {
            throw refusal(400, "There is no kind '" + name + "'; there are " + List.of(type.getEnumConstants()));
        }
    }

    private static Refusal refusal(int status, String why) {
        return new Refusal(Response.json(status, Json.object().put("error", why)));
    }
}
