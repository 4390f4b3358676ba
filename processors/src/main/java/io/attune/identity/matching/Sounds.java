package io.attune.identity.matching;

import java.util.Arrays;
import java.util.Objects;
import org.apache.commons.codec.language.DoubleMetaphone;

/** How the values of a dictionary sound in many languages: their double metaphone (Philips 2000), computed once. Immutable. */
final class Sounds {
    private static final DoubleMetaphone METAPHONE = new DoubleMetaphone();

    private final String[] codes;

    Sounds(Values values) {
        codes = new String[values.size()];
        Arrays.setAll(codes, i -> codeOf(values.text(i)));
    }

    /** The sound of a text; empty where it has none, such as a number. */
    static String codeOf(String text) {
        return Objects.requireNonNullElse(METAPHONE.doubleMetaphone(text), "");
    }

    boolean same(int left, int right) {
        return codes[left].length() > 1 && codes[left].equals(codes[right]);
    }
}
