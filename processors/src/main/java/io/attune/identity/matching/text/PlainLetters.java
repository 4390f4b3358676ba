package io.attune.identity.matching.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Lower-case letters and digits without accents, single spaces between words: what is left of a text when writing habits are gone. */
public final class PlainLetters {
    /** Accents of Latin, Greek and Cyrillic letters, points of Hebrew and Arabic ones; the vowel signs of other scripts are letters. */
    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f\\u0591-\\u05c7\\u064b-\\u065f\\u0670]+");

    private static final Pattern APOSTROPHES = Pattern.compile("['’`´.]");
    private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private PlainLetters() {}

    /** The plain form; empty where nothing is left. */
    public static String of(String text) {
        if (isPlain(text)) {
            return text;
        }
        String lower = text.toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("æ", "ae")
                .replace("œ", "oe")
                .replace("ø", "o")
                .replace("ł", "l")
                .replace("đ", "d")
                .replace("ð", "d")
                .replace("þ", "th")
                .replace("ı", "i");
        String letters = ACCENTS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD))
                .replaceAll("");
        return OTHERS.matcher(APOSTROPHES.matcher(letters).replaceAll(""))
                .replaceAll(" ")
                .trim();
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter < '0' || letter > 'z' || (letter > '9' && letter < 'a')) {
                return false;
            }
        }
        return true;
    }
}
