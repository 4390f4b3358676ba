package io.attune.ingest.address;

/** Thrown inside the package to end the reading of what is no address. */
final class MalformedAddress extends Exception {
    private static final long serialVersionUID = 1;

    MalformedAddress(String reason) {
        super(reason, null, false, false);
    }
}
