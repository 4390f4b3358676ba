package io.attune.content;

/** A template that cannot be used. */
public final class TemplateException extends Exception {
    private static final long serialVersionUID = 1;

    private final int line;

    TemplateException(int line, String message) {
        super(message);
        this.line = line;
    }

    /** Where in the template, from 1; 1 where it is not known. */
    public int line() {
        return line;
    }
}
