package io.attune.routes;

/** Stands for the bean that knows whether this node leads. */
public final class Leadership {
    private volatile boolean leading = true;

    public void lose() {
        leading = false;
    }

    public boolean holds(String name) {
        return leading && (name.equals("pollers") || name.equals("jobs"));
    }
}
