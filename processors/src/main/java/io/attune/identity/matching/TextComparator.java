package io.attune.identity.matching;

import io.attune.identity.matching.text.EditDistance;
import io.attune.identity.matching.text.JaroWinkler;
import io.attune.identity.matching.text.LetterBag;
import java.util.List;

/** Compares names of streets, buildings and places: slips of the finger, words left out. */
final class TextComparator implements ValueComparator {
    private static final int NEAR = 1;
    private static final int SIMILAR = 2;
    private static final int OTHER = 3;
    private static final int LEAST_PART = 4;

    private final Values values;
    private final LetterSets letters;

    TextComparator(Values values) {
        this.values = values;
        letters = new LetterSets(values);
    }

    @Override
    public List<String> levels() {
        return List.of("exact", "near", "similar", "other");
    }

    @Override
    public int level(int left, int right) {
        String one = values.text(left);
        String two = values.text(right);
        int shorter = Math.min(one.length(), two.length());
        if (letters.foreign(left, right) > Math.max(3, shorter / 3)) {
            return shorter >= LEAST_PART && (one.startsWith(two) || two.startsWith(one)) ? SIMILAR : OTHER;
        }
        int foreign = LetterBag.distance(one, two);
        int distance = EditDistance.bounded(one, two, 3);
        if ((shorter >= 3 && distance <= 1) || (shorter >= 8 && distance <= 2) || (shorter >= 4 && foreign == 0)) {
            return NEAR;
        }
        boolean part = shorter >= LEAST_PART && (one.startsWith(two) || two.startsWith(one));
        boolean similar = part
                || (shorter >= 5 && distance <= 2)
                || (shorter >= 8 && distance <= 3)
                || (shorter >= 6 && foreign <= 1)
                || JaroWinkler.similarity(one, two) >= 0.9;
        return similar ? SIMILAR : OTHER;
    }
}
