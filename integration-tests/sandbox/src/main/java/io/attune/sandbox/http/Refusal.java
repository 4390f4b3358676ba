package io.attune.sandbox.http;

/** A request that is answered with an error. Cheap: it has no stack trace, since it is an answer, not a failure. */
public final class Refusal extends RuntimeException {
    private final transient Response response;

    public Refusal(Response response) {
        super("Refused with " + response.status(), null, false, false);
        this.response = response;
    }

    public Response response() {
        return response;
    }
}
