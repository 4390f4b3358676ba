package io.attune.sandbox.http;

import java.io.IOException;

/** Answers requests, on several threads at once. */
@FunctionalInterface
public interface Handler {
    /**
     * Answers one request.
     *
     * @throws IOException when the request's body cannot be read as what it claims to be
     * @throws Refusal with the answer that says why
     */
    Response handle(Request request) throws IOException;
}
