package io.attune.sandbox.standin.mandrill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.attune.sandbox.http.Json;
import io.attune.sandbox.http.Request;
import io.attune.sandbox.http.Response;
import io.attune.sandbox.standin.RequestSchema;
import java.io.IOException;
import java.util.List;

/** The operations of Mandrill that a client calls, each a POST with the key in its body. */
final class MandrillApi {
    private static final RequestSchema SEND = RequestSchema.load("mandrill-send");
    private static final RequestSchema SEARCH = RequestSchema.load("mandrill-search");
    private static final RequestSchema INFO = RequestSchema.load("mandrill-info");
    private static final RequestSchema KEY = RequestSchema.load("mandrill-key");

    private final String apiKey;
    private final Mandrill mandrill;
    private final MandrillSend send;

    MandrillApi(String apiKey, Mandrill mandrill, MandrillSend send) {
        this.apiKey = apiKey;
        this.mandrill = mandrill;
        this.send = send;
    }

    Response send(Request request) throws IOException {
        return Response.json(200, send.send(body(request, SEND), request.isFailingPartially()));
    }

    Response search(Request request) throws IOException {
        MandrillSearch search = MandrillSearch.of(body(request, SEARCH));
        ArrayNode found = Json.array();
        search.in(mandrill.all()).forEach(sending -> found.add(MandrillAnswers.message(sending)));
        return Response.json(200, found);
    }

    Response info(Request request) throws IOException {
        String id = body(request, INFO).get("id").asText();
        Sending sending = mandrill.find(id).orElseThrow(() -> MandrillErrors.unknownMessage(id));
        return Response.json(200, MandrillAnswers.message(sending));
    }

    Response ping(Request request) throws IOException {
        body(request, KEY);
        return Response.json(200, "PONG!");
    }

    Response ping2(Request request) throws IOException {
        body(request, KEY);
        return Response.json(200, Json.object().put("PING", "PONG!"));
    }

    private JsonNode body(Request request, RequestSchema schema) throws IOException {
        JsonNode body = request.json();
        if (!apiKey.equals(body.path("key").asText())) {
            throw MandrillErrors.invalidKey();
        }
        List<RequestSchema.Violation> violations = schema.violations(body);
        if (!violations.isEmpty()) {
            throw MandrillErrors.validation(violations);
        }
        return body;
    }
}
