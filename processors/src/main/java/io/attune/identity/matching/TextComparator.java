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
    private static final int MOST_EDITS = 3;
    private static final double SIMILAR_FROM = 0.9;

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
        int shorter = letters.shorter(left, right);
        boolean part = shorter >= LEAST_PART && letters.mayContain(left, right) && starts(left, right);
        if (letters.foreign(left, right) > Math.max(3, shorter / 3)
                || (letters.surplus(left, right) > MOST_EDITS && !letters.mayReach(left, right, SIMILAR_FROM))) {
            return part ? SIMILAR : OTHER;
        }
        return byLetters(left, right, shorter, part);
    }

    private int byLetters(int left, int right, int shorter, boolean part) {
        String one = values.text(left);
        String two = values.text(right);
        int foreign = LetterBag.distance(one, two);
        int distance = EditDistance.bounded(one, two, MOST_EDITS);
        if ((shorter >= 3 && distance <= 1) || (shorter >= 8 && distance <= 2) || (shorter >= 4 && foreign == 0)) {
            return NEAR;
        }
        boolean similar = part
                || (shorter >= 5 && distance <= 2)
                || (shorter >= 8 && distance <= MOST_EDITS)
                || (shorter >= 6 && foreign <= 1)
                || JaroWinkler.similarity(one, two) >= SIMILAR_FROM;
        return similar ? SIMILAR : OTHER;
    }

    private boolean starts(int left, int right) {
        String one = values.text(left);
        String two = values.text(right);
        return one.startsWith(two) || two.startsWith(one);
    }
}
