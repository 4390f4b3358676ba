package io.attune.sandbox.standin.twilio;

import io.attune.sandbox.http.Json;
import io.attune.sandbox.http.Refusal;
import io.attune.sandbox.http.Response;

/** Twilio's way of saying no: clients dispatch on the code. */
final class TwilioErrors {
    private TwilioErrors() {}

    static Response error(int status, String detail) {
        return switch (status) {
            case 401 -> of(401, 20003, "Authenticate");
            case 404 -> of(404, 20404, "The requested resource was not found: " + detail);
            case 429 -> of(429, 20429, "Too Many Requests");
            case 503 -> of(503, 20503, "Service unavailable");
            default -> of(status, 20000 + status, detail);
        };
    }

    static Refusal unauthorized() {
        return new Refusal(of(401, 20003, "Authenticate").with("WWW-Authenticate", "Basic realm=\"Twilio API\""));
    }

    static Refusal bad(int code, String message) {
        return new Refusal(of(400, code, message));
    }

    static Refusal notFound(String what) {
        return new Refusal(error(404, what));
    }

    private static Response of(int status, int code, String message) {
        return Response.json(
                status,
                Json.object()
                        .put("code", code)
                        .put("message", message)
                        .put("more_info", "https://www.twilio.com/docs/errors/" + code)
                        .put("status", status));
    }
}
