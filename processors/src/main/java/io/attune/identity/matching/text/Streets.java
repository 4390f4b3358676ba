package io.attune.identity.matching.text;

import java.util.Map;
import java.util.StringJoiner;

/** Streets and the like with their common words written in one way. */
public final class Streets {
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("street", "st"),
            Map.entry("str", "st"),
            Map.entry("strasse", "st"),
            Map.entry("avenue", "ave"),
            Map.entry("av", "ave"),
            Map.entry("road", "rd"),
            Map.entry("drive", "dr"),
            Map.entry("lane", "ln"),
            Map.entry("place", "pl"),
            Map.entry("platz", "pl"),
            Map.entry("court", "ct"),
            Map.entry("crescent", "cres"),
            Map.entry("circuit", "cct"),
            Map.entry("close", "cl"),
            Map.entry("square", "sq"),
            Map.entry("terrace", "tce"),
            Map.entry("boulevard", "blvd"),
            Map.entry("parade", "pde"),
            Map.entry("highway", "hwy"),
            Map.entry("saint", "st"),
            Map.entry("mount", "mt"),
            Map.entry("north", "n"),
            Map.entry("south", "s"),
            Map.entry("east", "e"),
            Map.entry("west", "w"),
            Map.entry("apartment", "apt"),
            Map.entry("building", "bldg"),
            Map.entry("floor", "fl"),
            Map.entry("suite", "ste"),
            Map.entry("number", "no"));

    private Streets() {}

    /** The plain letters with common words shortened. */
    public static String normalized(String text) {
        StringJoiner words = new StringJoiner(" ");
        for (String word : PlainLetters.of(text).split(" ", -1)) {
            words.add(WORDS.getOrDefault(word, shortened(word)));
        }
        return words.toString();
    }

    private static String shortened(String word) {
        return word.endsWith("strasse") ? word.substring(0, word.length() - "asse".length()) : word;
    }
}
