package io.attune.identity.matching;

import io.attune.identity.matching.text.EditDistance;
import io.attune.identity.matching.text.Phones;
import java.util.List;

/** Compares telephone numbers: with and without prefix, one wrong or swapped digit. */
final class PhoneComparator implements ValueComparator {
    private static final int EXACT = 0;
    private static final int NEAR = 1;
    private static final int OTHER = 2;

    private final Values values;
    private final LetterSets letters;

    PhoneComparator(Values values) {
        this.values = values;
        letters = new LetterSets(values);
    }

    @Override
    public List<String> levels() {
        return List.of("exact", "near", "other");
    }

    @Override
    public int level(int left, int right) {
        String one = values.text(left);
        String two = values.text(right);
        if (Phones.same(one, two)) {
            return EXACT;
        }
        if (letters.foreign(left, right) > 1) {
            return OTHER;
        }
        return EditDistance.bounded(one, two, 1) <= 1 ? NEAR : OTHER;
    }
}
