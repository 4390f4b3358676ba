package io.attune.ingest.address;

/** What stands before the {@code @}: words with dots between them, each an atom or a quoted string. Used once. */
final class LocalPart {
    private static final int MAXIMUM_LENGTH = 64;

    private final Cursor cursor;
    private final Whitespace whitespace;
    private final StringBuilder text = new StringBuilder();
    /** Characters of the word that is being read. */
    private int word;
    /** Words that ended with a dot. */
    private int words;
    /** Nothing but a dot or the end may follow. */
    private boolean ended;

    private boolean afterWhitespace;

    LocalPart(Cursor cursor) {
        this.cursor = cursor;
        this.whitespace = new Whitespace(cursor);
    }

    /** Reads up to and including the {@code @}. */
    String read() throws MalformedAddress {
        while (cursor.peek() != '@') {
            int character = cursor.peek();
            if (character == Cursor.END) {
                throw new MalformedAddress("it has no domain");
            }
            if (Whitespace.opens(character)) {
                skip(character);
                continue;
            }
            switch (character) {
                case '.' -> dot();
                case '"' -> quotedString();
                default -> atom(character);
            }
            afterWhitespace = false;
        }
        cursor.next();
        if (text.isEmpty()) {
            throw new MalformedAddress("nothing stands before the @");
        }
        if (word == 0) {
            throw new MalformedAddress("a dot stands before the @");
        }
        if (text.length() > MAXIMUM_LENGTH) {
            cursor.note(Grade.UNREACHABLE, "more than 64 characters stand before the @");
        }
        if (afterWhitespace) {
            cursor.note(Grade.OBSOLETE, "a space or comment stands at the @");
        }
        return text.toString();
    }

    private void skip(int character) throws MalformedAddress {
        if (word == 0) {
            cursor.note(words == 0 ? Grade.COMMENTED : Grade.OBSOLETE, "a space or comment stands before a word");
        } else {
            ended = true;
            if (character == '(') {
                cursor.note(Grade.COMMENTED, "a comment stands behind a word");
            }
        }
        whitespace.skip();
        afterWhitespace = true;
    }

    private void dot() throws MalformedAddress {
        if (word == 0) {
            throw new MalformedAddress(words == 0 ? "it begins with a dot" : "two dots follow each other");
        }
        if (ended) {
            cursor.note(Grade.OBSOLETE, "a quoted word, space or comment stands before a dot");
        }
        text.appendCodePoint(cursor.next());
        ended = false;
        word = 0;
        words++;
    }

    private void quotedString() throws MalformedAddress {
        if (word > 0) {
            throw new MalformedAddress("a quote stands inside of a word");
        }
        cursor.note(words == 0 ? Grade.UNUSUAL : Grade.OBSOLETE, "the local part is quoted");
        text.appendCodePoint(cursor.next());
        while (cursor.peek() != '"') {
            quoted(cursor.peek());
        }
        text.appendCodePoint(cursor.next());
        word = 1;
        ended = true;
    }

    private void quoted(int character) throws MalformedAddress {
        switch (character) {
            case Cursor.END -> throw new MalformedAddress("a quote is not closed");
            case '\\' -> text.append(whitespace.quotedPair());
            case '\r', '\t' -> {
                cursor.note(Grade.COMMENTED, "a line is folded inside of quotes");
                whitespace.fold();
                text.append(' ');
            }
            default -> {
                if (character == 0 || character == '\n' || Cursor.isHighControl(character)) {
                    throw new MalformedAddress("a character stands inside of quotes that must not");
                }
                if (Cursor.isControl(character)) {
                    cursor.note(Grade.OBSOLETE, "a control character stands inside of quotes");
                }
                text.appendCodePoint(cursor.next());
            }
        }
    }

    private void atom(int character) throws MalformedAddress {
        if (ended) {
            throw new MalformedAddress("a word goes on behind a quote, space or comment");
        }
        if (!Cursor.isAtom(character)) {
            throw new MalformedAddress("a character stands before the @ that must not");
        }
        text.appendCodePoint(cursor.next());
        word++;
    }
}
