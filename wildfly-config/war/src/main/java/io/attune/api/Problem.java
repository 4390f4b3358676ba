package io.attune.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/**
 * What went wrong, after RFC 9457.
 *
 * @param title the status in words
 * @param detail what was found and what to do; no personal data, no stack trace
 * @param code stable, upper case with underscores
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Problem(int status, String title, String detail, Optional<String> code) {
    public static final String MEDIA_TYPE = "application/problem+json";

    /** A problem whose title is that of its status. */
    public static Problem of(int status, String detail) {
        return new Problem(status, title(status), detail, Optional.empty());
    }

    Problem withCode(String stable) {
        return new Problem(status, title, detail, Optional.of(stable));
    }

    Response response() {
        return Response.status(status)
                .type(MediaType.valueOf(MEDIA_TYPE))
                .entity(this)
                .build();
    }

    private static String title(int status) {
        return Optional.ofNullable(Response.Status.fromStatusCode(status))
                .map(Response.Status::getReasonPhrase)
                .orElse("Error");
    }
}
