package io.attune.ingest;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Writes a name as it stands on a letter: one space between words, and capitals where somebody typed all or none. */
final class PersonName {
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
    /** What people and systems type into a required field. */
    private static final Set<String> PLACEHOLDERS =
            Set.of("n/a", "na", "none", "null", "unknown", "undefined", "-", ".", "x", "test", "anonymous");

    private PersonName() {}

    /** The name; absent when nothing is left of the text. */
    static Optional<String> normalize(String text) {
        String name = SPACES.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll(" ")
                .strip();
        if (name.isEmpty() || PLACEHOLDERS.contains(name.toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        boolean monotonous = name.equals(name.toUpperCase(Locale.ROOT)) || name.equals(name.toLowerCase(Locale.ROOT));
        // A single letter, as in "J", is an initial and not a shout.
        return Optional.of(monotonous && name.length() > 1 ? capitalized(name) : name);
    }

    private static String capitalized(String name) {
        return WORD.matcher(name.toLowerCase(Locale.ROOT)).replaceAll(PersonName::capitalizedWord);
    }

    private static String capitalizedWord(MatchResult word) {
        String text = word.group();
        int first = text.offsetByCodePoints(0, 1);
        return text.substring(0, first).toUpperCase(Locale.ROOT) + text.substring(first);
    }
}
