package io.attune.sandbox.standin.mailchimp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.sandbox.http.Json;
import io.attune.sandbox.http.Refusal;
import io.attune.sandbox.http.Response;
import io.attune.sandbox.standin.RequestSchema.Violation;
import java.util.List;
import java.util.UUID;

/** Mailchimp's way of saying no: problem+json, whose title a client dispatches on. */
final class MailchimpErrors {
    private MailchimpErrors() {}

    static Response error(int status, String detail) {
        return Response.problem(status, problem(status, title(status), detail));
    }

    static Refusal unauthorized() {
        return new Refusal(Response.problem(
                401,
                problem(
                        401,
                        "API Key Invalid",
                        "Your API key may be invalid, or you've attempted to access the wrong datacenter.")));
    }

    static Refusal notFound() {
        return new Refusal(error(404, "The requested resource could not be found."));
    }

    static Refusal invalid(List<Violation> violations) {
        ObjectNode problem = problem(
                400,
                "Invalid Resource",
                "The resource submitted could not be validated. For field-specific details, see the 'errors' array.");
        ArrayNode errors = problem.putArray("errors");
        violations.forEach(violation ->
                errors.add(Json.object().put("field", violation.field()).put("message", violation.message())));
        return new Refusal(Response.problem(400, problem));
    }

    static Refusal refused(MemberRefused refused) {
        if (!refused.field().isEmpty()) {
            return invalid(List.of(new Violation(refused.field(), refused.detail())));
        }
        return new Refusal(Response.problem(400, problem(400, refused.title(), refused.detail())));
    }

    private static ObjectNode problem(int status, String title, String detail) {
        return Json.object()
                .put("type", "https://mailchimp.com/developer/marketing/docs/errors/")
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .put("instance", UUID.randomUUID().toString());
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "Bad Request";
            case 401 -> "API Key Invalid";
            case 403 -> "Forbidden";
            case 404 -> "Resource Not Found";
            case 405 -> "Method Not Allowed";
            case 429 -> "Too Many Requests";
            case 503 -> "Service Unavailable";
            default -> "Internal Server Error";
        };
    }
}
