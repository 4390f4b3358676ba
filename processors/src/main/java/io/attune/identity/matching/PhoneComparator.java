package io.attune.identity.matching;

import io.attune.identity.matching.text.EditDistance;
import io.attune.identity.matching.text.Phones;
import java.util.Arrays;
import java.util.List;

/** Compares telephone numbers: with and without prefix, one wrong or swapped digit. */
final class PhoneComparator implements ValueComparator {
    private static final int EXACT = 0;
    private static final int NEAR = 1;
    private static final int OTHER = 2;

    private final Values values;
    private final LetterSets letters;
    private final int[] lines;

    PhoneComparator(Values values) {
        this.values = values;
        letters = new LetterSets(values);
        lines = new int[values.size()];
        Arrays.setAll(lines, i -> Phones.line(values.text(i)).hashCode());
    }

    @Override
    public List<String> levels() {
        return List.of("exact", "near", "other");
    }

    @Override
    public int level(int left, int right) {
        if (lines[left] == lines[right] && Phones.same(values.text(left), values.text(right))) {
            return EXACT;
        }
        if (!letters.mayBeOneEditApart(left, right)) {
            return OTHER;
        }
        return EditDistance.bounded(values.text(left), values.text(right), 1) <= 1 ? NEAR : OTHER;
    }
}
