package io.attune.ingest;

/** Thrown inside the package to end the mapping of one original, which then becomes a reject. */
final class FlawedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Flaw flaw;

    FlawedException(Flaw flaw) {
        // No stack trace: flaws are ordinary, and a flood of bad input must stay cheap.
        super(flaw.reason(), null, false, false);
        this.flaw = flaw;
    }

    Flaw flaw() {
        return flaw;
    }
}
