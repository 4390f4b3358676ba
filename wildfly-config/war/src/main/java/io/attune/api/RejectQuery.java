package io.attune.api;

import io.attune.reject.RejectFilter;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which rejects a request is about. */
public class RejectQuery {
    @QueryParam("state")
    @Parameter(description = "open, replayed or resolved")
    private String state;

    @QueryParam("source")
    @Parameter(description = "Such as web")
    private String source;

    @QueryParam("code")
    @Parameter(description = "The reason's code, such as SCHEMA_VIOLATED")
    private String code;

    @QueryParam("stage")
    @Parameter(description = "Where they failed, such as validate")
    private String stage;

    @QueryParam("from")
    @Parameter(description = "Rejected at or after this instant, ISO 8601")
    private String from;

    @QueryParam("until")
    @Parameter(description = "Rejected before this instant, ISO 8601")
    private String until;

    /** The filter, of open rejects where no state is named. */
    RejectFilter filter() {
        String named = state == null ? "open" : state;
        if (!RejectFilter.STATES.contains(named)) {
            throw ProblemException.badRequest("state is one of open, replayed and resolved.");
        }
        return new RejectFilter(
                Optional.of(named),
                text(source),
                text(code),
                text(stage),
                instant("from", from),
                instant("until", until));
    }

    /** Whether it names anything but a state. */
    boolean isNarrow() {
        return source != null || code != null || stage != null || from != null || until != null;
    }

    private static Optional<String> text(String value) {
        return Optional.ofNullable(value).filter(text -> !text.isEmpty());
    }

    private static Optional<Instant> instant(String name, String value) {
        return text(value).map(given -> QueryInstant.parse(name, given));
    }
}
