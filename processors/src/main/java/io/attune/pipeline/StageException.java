package io.attune.pipeline;

/** A stage of the profile way failed; the cause says how. */
public final class StageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String stage;

    StageException(String stage, RuntimeException cause) {
        super("stage " + stage + " failed: " + cause.getMessage(), cause);
        this.stage = stage;
    }

    public String stage() {
        return stage;
    }
}
