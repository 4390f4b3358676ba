package io.attune.api;

/** Requests that do not reach a resource, or not in a form it takes, and what to do then. */
final class Refusals {
    private Refusals() {}

    static Problem problem(int status) {
        return Problem.of(
                status,
                switch (status) {
                    case 400 -> "The request cannot be read. Compare it with /openapi.";
                    case 401 -> "Say who you are: HTTP Basic with a user of this server.";
                    case 403 -> "Your user lacks the role that this needs; /openapi names it. Ask an admin.";
                    case 404 -> "There is nothing at this path. /openapi lists what there is.";
                    case 405 -> "This path does not take this method. /openapi lists those it takes.";
                    case 406 -> "This path answers application/json; accept it.";
                    case 413 -> "The request is too large. Send less at a time.";
                    case 415 -> "Send application/json.";
                    default -> "The request was refused. /openapi tells what is possible.";
                });
    }
}
