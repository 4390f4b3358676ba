package io.attune.registry;

/** A change of the registry that was refused or could not be made; the message says why and what to do. Nothing was changed. */
public final class RegistryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RegistryException(String message) {
        super(message);
    }

    public RegistryException(String message, Throwable cause) {
        super(message, cause);
    }
}
