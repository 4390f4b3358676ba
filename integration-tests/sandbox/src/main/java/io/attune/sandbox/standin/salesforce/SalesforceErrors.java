package io.attune.sandbox.standin.salesforce;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.attune.sandbox.http.Json;
import io.attune.sandbox.http.Refusal;
import io.attune.sandbox.http.Response;

/** Salesforce's way of saying no: a list of errors, whose code a client dispatches on. */
final class SalesforceErrors {
    private SalesforceErrors() {}

    static Response error(int status, String detail) {
        return switch (status) {
            case 401 -> of(401, "INVALID_SESSION_ID", "Session expired or invalid");
            case 403 -> of(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
            case 404 -> of(404, "NOT_FOUND", "The requested resource does not exist");
            case 429 -> of(429, "REQUEST_LIMIT_EXCEEDED", "Too many requests");
            case 503 -> of(503, "SERVER_UNAVAILABLE", "Server is too busy");
            default -> of(status, "UNKNOWN_EXCEPTION", detail);
        };
    }

    static Refusal expired() {
        return new Refusal(error(401, ""));
    }

    static Refusal exhausted() {
        return new Refusal(error(403, ""));
    }

    static Refusal bad(String code, String message) {
        return new Refusal(of(400, code, message));
    }

    static Refusal notFound() {
        return new Refusal(error(404, ""));
    }

    private static Response of(int status, String code, String message) {
        ArrayNode errors = Json.array();
        errors.add(Json.object().put("message", message).put("errorCode", code).set("fields", Json.array()));
        return Response.json(status, errors);
    }
}
