package io.attune.identity.matching;

import io.attune.identity.matching.text.EditDistance;
import java.util.List;

/** Compares numbers and codes, such as postcodes: one wrong or swapped sign. */
final class CodeComparator implements ValueComparator {
    private static final int NEAR = 1;
    private static final int OTHER = 2;

    private final Values values;
    private final LetterSets letters;

    CodeComparator(Values values) {
        this.values = values;
        letters = new LetterSets(values);
    }

    @Override
    public List<String> levels() {
        return List.of("exact", "near", "other");
    }

    @Override
    public int level(int left, int right) {
        if (!letters.mayBeOneEditApart(left, right)) {
            return OTHER;
        }
        return EditDistance.bounded(values.text(left), values.text(right), 1) <= 1 ? NEAR : OTHER;
    }
}
