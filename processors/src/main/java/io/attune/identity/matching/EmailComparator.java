package io.attune.identity.matching;

import io.attune.identity.matching.text.EditDistance;
import io.attune.identity.matching.text.Emails;
import io.attune.identity.matching.text.JaroWinkler;
import io.attune.identity.matching.text.LetterBag;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares e-mail addresses: another provider, slips of the finger, letters in another order. */
final class EmailComparator implements ValueComparator {
    private static final int SAME_LOCAL_PART = 1;
    private static final int NEAR = 2;
    private static final int SIMILAR = 3;
    private static final int OTHER = 4;
    private static final int LEAST_LOCAL_PART = 4;

    private final Values values;
    private final LetterSets letters;
    private final String[] locals;
    private final int[] localNumbers;

    EmailComparator(Values values) {
        this.values = values;
        letters = new LetterSets(values);
        locals = new String[values.size()];
        Arrays.setAll(locals, i -> Emails.local(values.text(i)));
        localNumbers = new int[locals.length];
        Map<String, Integer> numbers = new HashMap<>();
        Arrays.setAll(
                localNumbers,
                i -> locals[i].length() < LEAST_LOCAL_PART
                        ? -i - 1
                        : numbers.computeIfAbsent(locals[i], unused -> numbers.size()));
    }

    @Override
    public List<String> levels() {
        return List.of("exact", "same-local-part", "near", "similar", "other");
    }

    @Override
    public int level(int left, int right) {
        if (localNumbers[left] == localNumbers[right]) {
            return SAME_LOCAL_PART;
        }
        int longer = letters.longer(left, right);
        if (letters.surplus(left, right) > longer / 4) {
            return OTHER;
        }
        String one = values.text(left);
        String two = values.text(right);
        int foreign = LetterBag.distance(one, two);
        if (foreign > longer / 4 || LetterBag.distance(locals[left], locals[right]) > Math.max(2, longer / 4)) {
            return OTHER;
        }
        if (foreign <= 1 || EditDistance.bounded(one, two, 2) <= 2) {
            return NEAR;
        }
        boolean similar = foreign * 8 <= longer || JaroWinkler.similarity(one, two) >= 0.9;
        return similar ? SIMILAR : OTHER;
    }
}
