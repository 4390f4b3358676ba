package io.attune.ingest.address;

/** A place in the text of an address, and the worst that was seen up to it. Not thread-safe. */
final class Cursor {
    static final int END = -1;

    private final int[] text;
    private int at;
    private Grade grade = Grade.PLAIN;
    private String reason = "";

    Cursor(String text) {
        this.text = text.codePoints().toArray();
    }

    int peek() {
        return at < text.length ? text[at] : END;
    }

    int next() {
        return text[at++];
    }

    void note(Grade found, String why) {
        if (found.compareTo(grade) > 0) {
            grade = found;
            reason = why;
        }
    }

    Grade grade() {
        return grade;
    }

    String reason() {
        return reason;
    }

    /** Control characters of ASCII. */
    static boolean isControl(int character) {
        return character < ' ' || character == 0x7f;
    }

    /** Control characters beyond ASCII, which are nowhere allowed. */
    static boolean isHighControl(int character) {
        return character >= 0x80 && character <= 0x9f;
    }

    static boolean isSpecial(int character) {
        return "()<>[]:;@\\,.\"".indexOf(character) >= 0;
    }

    /** A character of an atom: ASCII that is neither special nor control, and whatever is beyond (RFC 6531). */
    static boolean isAtom(int character) {
        return character != ' ' && !isControl(character) && !isHighControl(character) && !isSpecial(character);
    }
}
