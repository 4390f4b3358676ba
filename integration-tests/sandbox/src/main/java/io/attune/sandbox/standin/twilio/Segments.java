package io.attune.sandbox.standin.twilio;

/** Into how many parts a text is cut on the air: 3GPP TS 23.038, 160 or 153 septets, or 70 or 67 UTF-16 units. */
final class Segments {
    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
            + "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENDED = "^{}\\[~]|€\f";

    private Segments() {}

    static int count(String text) {
        int septets = septets(text);
        return septets < 0 ? parts(text.length(), 70, 67) : parts(septets, 160, 153);
    }

    /** Negative when a character is not in the alphabet. */
    private static int septets(String text) {
        int septets = 0;
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (BASIC.indexOf(character) >= 0) {
                septets++;
            } else if (EXTENDED.indexOf(character) >= 0) {
                septets += 2;
            } else {
                return -1;
            }
        }
        return septets;
    }

    private static int parts(int units, int single, int joined) {
        return units <= single ? 1 : (units + joined - 1) / joined;
    }
}
