package io.attune.ingest;

/** A request that its sender must change before it is sent again. Thread-safe. */
public final class RefusedRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String title;

    /**
     * Refuses a request.
     *
     * @param status of HTTP, 400 to 499
     * @param title the same for every occurrence of the problem (RFC 9457)
     * @param detail what was found and what is right, without content of the request
     */
    public RefusedRequest(int status, String title, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }
}
