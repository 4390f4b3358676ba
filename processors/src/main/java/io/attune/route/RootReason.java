package io.attune.route;

/** The sentence of an exception that tells most: that of its deepest cause. */
final class RootReason {
    private RootReason() {}

    static String of(Throwable problem) {
        Throwable root = problem;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
