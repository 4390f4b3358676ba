package io.attune.api;

/** Ends a request with a problem that the caller can mend. */
class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    private ProblemException(int status, String detail) {
        super(detail);
        this.status = status;
    }

    static ProblemException notFound(String detail) {
        return new ProblemException(404, detail);
    }

    static ProblemException forbidden(String detail) {
        return new ProblemException(403, detail);
    }

    static ProblemException badRequest(String detail) {
        return new ProblemException(400, detail);
    }

    static ProblemException tooLarge(String detail) {
        return new ProblemException(413, detail);
    }

    Problem problem() {
        return Problem.of(status, getMessage());
    }
}
