package io.attune.sandbox.standin.mandrill;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.sandbox.http.Json;
import io.attune.sandbox.http.Refusal;
import io.attune.sandbox.http.Response;
import io.attune.sandbox.standin.RequestSchema.Violation;
import java.util.List;

/** Mandrill's way of saying no: clients dispatch on the name. */
final class MandrillErrors {
    private MandrillErrors() {}

    static Response error(int status, String detail) {
        return switch (status) {
            case 404 -> of(404, -1, "GeneralError", detail);
            case 429 -> of(429, 429, "RequestLimitExceeded", "Too Many Requests attempted recently");
            case 503 -> of(503, -2, "ServiceUnavailable", "Service Temporarily Unavailable");
            // What stands in front of the service answers these, and does not speak its language.
            case 502, 504 -> Response.html(status, "<html><body><h1>" + status + "</h1></body></html>");
            default -> of(status, -1, "GeneralError", detail);
        };
    }

    static Refusal invalidKey() {
        return new Refusal(of(401, 401, "Invalid_Key", "Invalid API key"));
    }

    static Refusal unknownMessage(String id) {
        return new Refusal(of(404, 11, "Unknown_Message", "No message exists with the id '" + id + "'"));
    }

    static Refusal validation(List<Violation> violations) {
        ObjectNode fields = Json.object();
        violations.forEach(violation -> fields.put(violation.field(), violation.message()));
        return new Refusal(of(500, -2, "ValidationError", "Validation error: " + fields));
    }

    static Refusal validation(String field, String message) {
        return validation(List.of(new Violation(field, message)));
    }

    private static Response of(int status, int code, String name, String message) {
        return Response.json(
                status,
                Json.object()
                        .put("status", "error")
                        .put("code", code)
                        .put("name", name)
                        .put("message", message));
    }
}
