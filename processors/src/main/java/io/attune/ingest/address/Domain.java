package io.attune.ingest.address;

/** What stands behind the {@code @}: labels with dots between them, or a literal in brackets. Used once. */
final class Domain {
    private static final int MAXIMUM_LENGTH = 255;
    private static final int MAXIMUM_LABEL = 63;

    private final Cursor cursor;
    private final Whitespace whitespace;
    private final StringBuilder text = new StringBuilder();
    /** Characters of the label that is being read. */
    private int label;
    /** Labels that ended with a dot. */
    private int labels;
    /** Nothing but a dot or the end may follow. */
    private boolean ended;

    private boolean literal;
    private boolean hyphen;
    private int labelStart;

    Domain(Cursor cursor) {
        this.cursor = cursor;
        this.whitespace = new Whitespace(cursor);
    }

    /** Reads to the end. */
    String read() throws MalformedAddress {
        while (cursor.peek() != Cursor.END) {
            int character = cursor.peek();
            if (Whitespace.opens(character)) {
                skip();
            } else {
                switch (character) {
                    case '.' -> dot();
                    case '[' -> literal();
                    default -> letter(character);
                }
            }
        }
        if (text.isEmpty()) {
            throw new MalformedAddress("it has no domain");
        }
        if (label == 0) {
            throw new MalformedAddress("it ends with a dot");
        }
        if (!literal) {
            endLabel();
            topLevel();
        }
        if (text.length() > MAXIMUM_LENGTH) {
            cursor.note(Grade.UNREACHABLE, "the domain has more than 255 characters");
        }
        return text.toString();
    }

    private void skip() throws MalformedAddress {
        if (label == 0) {
            cursor.note(Grade.OBSOLETE, "a space or comment stands before a label of the domain");
        } else {
            cursor.note(Grade.COMMENTED, "a space or comment stands behind the domain");
            ended = true;
        }
        whitespace.skip();
    }

    private void dot() throws MalformedAddress {
        if (literal) {
            throw new MalformedAddress("a dot follows a domain in brackets");
        }
        if (label == 0) {
            throw new MalformedAddress(labels == 0 ? "the domain begins with a dot" : "two dots follow each other");
        }
        endLabel();
        text.appendCodePoint(cursor.next());
        ended = false;
        label = 0;
        labels++;
        labelStart = text.length();
    }

    private void endLabel() throws MalformedAddress {
        if (hyphen) {
            throw new MalformedAddress("a label of the domain ends with a hyphen");
        }
        if (label > MAXIMUM_LABEL) {
            cursor.note(Grade.UNREACHABLE, "a label of the domain has more than 63 characters");
        }
    }

    private void topLevel() {
        if (labels == 0) {
            cursor.note(Grade.UNUSUAL, "the domain has one label only");
        } else if (Character.isDigit(text.charAt(labelStart))) {
            cursor.note(Grade.UNUSUAL, "the top-level domain begins with a digit");
        }
    }

    private void literal() throws MalformedAddress {
        if (!text.isEmpty()) {
            throw new MalformedAddress("a bracket stands inside of the domain");
        }
        text.append(new DomainLiteral(cursor, whitespace).read());
        label = text.length();
        literal = true;
        ended = true;
    }

    private void letter(int character) throws MalformedAddress {
        if (ended) {
            throw new MalformedAddress("the domain goes on behind a bracket, space or comment");
        }
        if (!Cursor.isAtom(character)) {
            throw new MalformedAddress("a character stands in the domain that must not");
        }
        hyphen = character == '-';
        if (hyphen && label == 0) {
            throw new MalformedAddress("a label of the domain begins with a hyphen");
        }
        if (!hyphen && character < 0x80 && !Character.isLetterOrDigit(character)) {
            cursor.note(Grade.UNREACHABLE, "the domain holds a character that no host name has");
        }
        text.appendCodePoint(cursor.next());
        label++;
    }
}
