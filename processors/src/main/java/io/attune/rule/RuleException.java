package io.attune.rule;

/** A rule that does not compile; the message has a line for each mistake, with file, line, column and a caret. */
public final class RuleException extends Exception {
    private static final long serialVersionUID = 1;

    private final int line;

    RuleException(int line, String message) {
        super(message);
        this.line = line;
    }

    /** The same mistake, with what may help. */
    public RuleException with(String hint) {
        return new RuleException(line, getMessage() + '\n' + hint);
    }

    /** Where the first mistake is, from 1. */
    public int line() {
        return line;
    }
}
