package io.attune.bench.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Made-up words, of which the n-th is drawn about 1/n times as often as the first (Zipf 1949), as names are. */
final class ZipfWords {
    private static final List<String> SYLLABLES = List.of(
            "ka", "ro", "mi", "ten", "sol", "ber", "an", "del", "ga", "vi", "lu", "per", "son", "man", "er", "ing",
            "to", "sh", "wa", "hu", "ni", "ov", "ez", "ard", "li", "ma", "na", "el", "ste", "fan", "bri", "cho", "du",
            "fe", "gil", "hei", "jo", "kle");

    private final String[] words;
    private final double[] cumulated;

    ZipfWords(SplittableRandom random, int size, int fewest, int most) {
        Set<String> made = new LinkedHashSet<>();
        while (made.size() < size) {
            made.add(word(random, fewest + random.nextInt(most - fewest + 1)));
        }
        words = made.toArray(new String[0]);
        cumulated = new double[size];
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += 1 / (i + 2.7);
            cumulated[i] = sum;
        }
    }

    private static String word(SplittableRandom random, int syllables) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < syllables; i++) {
            parts.add(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
        }
        return String.join("", parts);
    }

    String draw(SplittableRandom random) {
        int place = Arrays.binarySearch(cumulated, random.nextDouble() * cumulated[cumulated.length - 1]);
        return words[place < 0 ? -place - 1 : place];
    }
}
