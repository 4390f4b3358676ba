package io.attune.consent;

/**
 * Where a person is reached.
 *
 * @param value normalized and in the clear; it is never logged or stored so
 * @param hash the keyed hash of the identifier, in lower-case hexadecimal, by which it is looked up and suppressed
 */
public record Address(String value, String hash) {

    @Override
    public String toString() {
        return "Address[" + hash + "]";
    }
}
