package io.attune.ingest.address;

/** Folding white space, comments and quoted pairs (RFC 5322, sections 3.2.1, 3.2.2 and 4.2). */
final class Whitespace {
    private final Cursor cursor;

    Whitespace(Cursor cursor) {
        this.cursor = cursor;
    }

    static boolean opens(int character) {
        return character == ' ' || character == '\t' || character == '\r' || character == '(';
    }

    /** Skips one run of white space, or one comment with all that is in it. */
    void skip() throws MalformedAddress {
        if (cursor.peek() == '(') {
            comment();
        } else {
            fold();
        }
    }

    /** {@code FWS = ([*WSP CRLF] 1*WSP) / obs-FWS}. */
    void fold() throws MalformedAddress {
        int folds = 0;
        boolean lineBegun = false;
        while (true) {
            int character = cursor.peek();
            if (character == '\r') {
                cursor.next();
                if (cursor.peek() != '\n') {
                    throw new MalformedAddress("a carriage return is not followed by a line feed");
                }
                cursor.next();
                if (lineBegun) {
                    throw new MalformedAddress("two line breaks follow each other");
                }
                lineBegun = true;
                folds++;
                if (folds > 1) {
                    cursor.note(Grade.OBSOLETE, "white space goes over several lines");
                }
            } else if (character == ' ' || character == '\t') {
                cursor.next();
                lineBegun = false;
            } else if (lineBegun) {
                throw new MalformedAddress("white space ends with a line break");
            } else {
                return;
            }
        }
    }

    private void comment() throws MalformedAddress {
        int depth = 0;
        do {
            int character = cursor.peek();
            switch (character) {
                case Cursor.END -> throw new MalformedAddress("a comment is not closed");
                case '\\' -> quotedPair();
                case '\r', ' ', '\t' -> {
                    cursor.note(Grade.COMMENTED, "white space stands in a comment");
                    fold();
                }
                default -> {
                    cursor.next();
                    if (character == '(') {
                        depth++;
                    } else if (character == ')') {
                        depth--;
                    } else {
                        comment(character);
                    }
                }
            }
        } while (depth > 0);
    }

    private void comment(int character) throws MalformedAddress {
        if (character == 0 || character == '\n' || Cursor.isHighControl(character)) {
            throw new MalformedAddress("a comment holds a character that it must not");
        }
        if (Cursor.isControl(character)) {
            cursor.note(Grade.OBSOLETE, "a comment holds a control character");
        }
    }

    /** A backslash and what it quotes. */
    String quotedPair() throws MalformedAddress {
        cursor.next();
        if (cursor.peek() == Cursor.END) {
            throw new MalformedAddress("it ends with a backslash");
        }
        int quoted = cursor.next();
        if (Cursor.isHighControl(quoted)) {
            throw new MalformedAddress("a backslash quotes a character that it must not");
        }
        if (Cursor.isControl(quoted) && quoted != '\t') {
            cursor.note(Grade.OBSOLETE, "a backslash quotes a control character");
        }
        return "\\" + Character.toString(quoted);
    }
}
