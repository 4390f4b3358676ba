package io.attune.api;

import io.attune.error.AttuneException;
import io.attune.error.ErrorCategory;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.ConnectionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers every failure of a resource as a problem. What is ours to mend is logged, and the answer names the log entry. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);
    /** PostgreSQL's state for a character that no text of its may have. */
    private static final String UNSTORABLE = "22021";

    @Override
    public Response toResponse(Throwable failure) {
        return problem(failure).response();
    }

    static Problem problem(Throwable failure) {
        if (failure instanceof ProblemException known) {
            return known.problem();
        }
        if (failure instanceof WebApplicationException http
                && http.getResponse().getStatus() < 500) {
            return Refusals.problem(http.getResponse().getStatus());
        }
        if (failure instanceof AttuneException known && known.category() != ErrorCategory.INTERNAL) {
            int status = known.code().endsWith("_UNKNOWN") ? 404 : status(known.category());
            return Problem.of(status, known.getMessage()).withCode(known.code());
        }
        if (isTooLarge(failure)) {
            return Refusals.problem(413);
        }
        if (isUnstorable(failure)) {
            return Problem.of(
                    400, "The request holds a character that the database cannot hold, such as NUL. Leave it out.");
        }
        if (failure instanceof ConnectionException) {
            LOG.warn("Request failed for want of a database connection: {}", failure.getMessage());
            return Problem.of(503, "The database does not answer. Try again in a moment; /health/ready says more.");
        }
        UUID entry = UUID.randomUUID();
        LOG.error("Request failed, {}", entry, failure);
        return Problem.of(
                500,
                "The hub failed at this. Try again; if it stays, look for " + entry + " in the node's log/server.log.");
    }

    /** The server itself stops reading a body of more than {@code max-post-size}; its class is not among what it lends. */
    private static boolean isTooLarge(Throwable failure) {
        return causes(failure)
                .anyMatch(cause -> cause.getClass().getSimpleName().equals("RequestTooBigException"));
    }

    private static boolean isUnstorable(Throwable failure) {
        return causes(failure)
                .anyMatch(cause -> cause instanceof SQLException sql && UNSTORABLE.equals(sql.getSQLState()));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }

    private static int status(ErrorCategory category) {
        return switch (category) {
            case USER -> 409;
            case DATA -> 422;
            case EXTERNAL -> 503;
            case INTERNAL -> 500;
        };
    }
}
