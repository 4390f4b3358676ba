package io.attune.identity.matching;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.codec.language.DoubleMetaphone;

/** How the values of a dictionary sound in many languages: their double metaphone (Philips 2000), computed once. Immutable. */
final class Sounds {
    private static final DoubleMetaphone METAPHONE = new DoubleMetaphone();
    private static final int WORTH_THREADS = 1_000;
    private static final int LEAST = 2;
    private static final int SILENT = -1;

    private final int[] codes;

    Sounds(Values values) {
        String[] texts = new String[values.size()];
        if (texts.length < WORTH_THREADS) {
            Arrays.setAll(texts, i -> codeOf(values.text(i)));
        } else {
            Arrays.parallelSetAll(texts, i -> codeOf(values.text(i)));
        }
        Map<String, Integer> numbers = new HashMap<>();
        codes = new int[texts.length];
        Arrays.setAll(
                codes,
                i -> texts[i].length() < LEAST ? SILENT : numbers.computeIfAbsent(texts[i], unused -> numbers.size()));
    }

    /** The sound of a text; empty where it has none, such as a number. */
    static String codeOf(String text) {
        return Objects.requireNonNullElse(METAPHONE.doubleMetaphone(text), "");
    }

    boolean same(int left, int right) {
        return codes[left] != SILENT && codes[left] == codes[right];
    }
}
