package io.attune.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Instants in the query of a request. */
final class QueryInstant {
    private QueryInstant() {}

    /** Reads one; a text that is none is a bad request. */
    static Instant parse(String name, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw ProblemException.badRequest(name + " is an instant in ISO 8601, such as 2026-06-01T12:00:00Z.");
        }
    }
}
