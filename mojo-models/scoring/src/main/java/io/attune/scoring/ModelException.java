package io.attune.scoring;

/** A model that cannot be used. The message names the file and says what to do; the category is always the user's files. */
public final class ModelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Code code;

    public ModelException(Code code, String message) {
        super(message);
        this.code = code;
    }

    public ModelException(Code code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }

    /** What is wrong, for counting. */
    public enum Code {
        REGISTRY_MISSING,
        CHAMPION_MISSING,
        CHALLENGERS_UNREADABLE,
        CARD_MISSING,
        CARD_UNREADABLE,
        MODEL_MISSING,
        MODEL_UNREADABLE,
        DIGEST_DIFFERS,
        CATEGORY_UNSUPPORTED
    }
}
