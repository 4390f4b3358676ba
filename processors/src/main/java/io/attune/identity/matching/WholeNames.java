package io.attune.identity.matching;

import io.attune.identity.matching.text.PlainLetters;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Splits a column of whole names, such as {@code Ann B. van Dyck} or {@code Dyck, Ann}, where a file has one column for both names:
 * else all of a family would have nearly the same name. Which name stands first is told by the given names that are known.
 */
final class WholeNames {
    private static final double MOSTLY = 0.6;
    private static final double SOMETIMES = 0.15;
    private static final Set<String> SUFFIXES = Set.of("jr", "sr", "ii", "iii", "iv");
    private static final Set<String> PARTICLES = Set.of(
            "van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "du", "la", "le", "ter", "ten", "bin",
            "ben", "al", "el", "abu", "st", "mac", "mc", "zu", "zur", "vom");

    private static final Nicknames KNOWN = Nicknames.common();

    private record Name(String given, String family) {}

    private WholeNames() {}

    /** Replaces the one column of names, as the file gave it, by two, if it holds whole names of persons. */
    static void split(Map<Attribute, List<String>> columns) {
        if (columns.containsKey(Attribute.GIVEN_NAME) == columns.containsKey(Attribute.FAMILY_NAME)) {
            return;
        }
        List<String> whole =
                columns.get(columns.containsKey(Attribute.GIVEN_NAME) ? Attribute.GIVEN_NAME : Attribute.FAMILY_NAME);
        List<String> present = whole.stream().filter(text -> !text.isBlank()).toList();
        double givenFirst = known(present, true);
        double givenLast = known(present, false);
        long several = present.stream().filter(text -> words(text).size() > 1).count();
        if (several < MOSTLY * present.size() || Math.max(givenFirst, givenLast) < SOMETIMES * present.size()) {
            return;
        }
        List<Name> names =
                whole.stream().map(text -> read(text, givenFirst >= givenLast)).toList();
        columns.put(Attribute.GIVEN_NAME, names.stream().map(Name::given).toList());
        columns.put(Attribute.FAMILY_NAME, names.stream().map(Name::family).toList());
    }

    /** How many texts start or end with a given name that is known. */
    private static double known(Collection<String> texts, boolean givenFirst) {
        return texts.stream()
                .map(text -> words(read(text, givenFirst).given()))
                .filter(given ->
                        !given.isEmpty() && !KNOWN.groups(plain(given.get(0))).isEmpty())
                .count();
    }

    private static Name read(String text, boolean givenFirst) {
        int comma = text.indexOf(',');
        if (comma > 0 && !SUFFIXES.contains(plain(text.substring(comma + 1)))) {
            return new Name(text.substring(comma + 1), text.substring(0, comma));
        }
        List<String> all = words(text.replace(",", ""));
        boolean suffix = all.size() > 2 && SUFFIXES.contains(plain(all.get(all.size() - 1)));
        List<String> words = suffix ? all.subList(0, all.size() - 1) : all;
        int border = givenFirst ? familyStart(words) : familyEnd(words);
        String start = String.join(" ", words.subList(0, border));
        String end = String.join(" ", words.subList(border, words.size()));
        return givenFirst ? new Name(start, end) : new Name(end, start);
    }

    private static int familyStart(List<String> words) {
        int start = Math.max(0, words.size() - 1);
        while (start > 1 && PARTICLES.contains(plain(words.get(start - 1)))) {
            start--;
        }
        return start;
    }

    private static int familyEnd(List<String> words) {
        int end = Math.min(1, words.size());
        while (end < words.size() - 1 && PARTICLES.contains(plain(words.get(end - 1)))) {
            end++;
        }
        return end;
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String plain(String text) {
        return PlainLetters.of(text.strip());
    }
}
