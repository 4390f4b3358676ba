package io.attune.registry;

/**
 * What a version had to show before it may score, and whether it did.
 *
 * @param name of the gate
 * @param finding what was found, in a sentence
 */
public record Gate(String name, boolean passed, String finding) {
    @Override
    public String toString() {
        return (passed ? "passed " : "failed ") + name + ": " + finding;
    }
}
