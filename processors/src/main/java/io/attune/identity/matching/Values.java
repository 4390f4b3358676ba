package io.attune.identity.matching;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The distinct values of a column in their natural order; a value's number says nothing about where it stood in the file. Immutable. */
final class Values {
    /** The number that stands for a missing value. */
    static final int MISSING = -1;

    private final String[] texts;
    private final Map<String, Integer> numbers;

    Values(Collection<String> values) {
        texts = values.stream().distinct().sorted().toArray(String[]::new);
        numbers = new HashMap<>(texts.length * 2);
        for (int i = 0; i < texts.length; i++) {
            numbers.put(texts[i], i);
        }
    }

    int size() {
        return texts.length;
    }

    String text(int number) {
        return texts[number];
    }

    /** The number of a value, {@link #MISSING} where it is empty or unknown. */
    int number(String value) {
        return value.isEmpty() ? MISSING : numbers.getOrDefault(value, MISSING);
    }

    @Override
    public String toString() {
        return Arrays.toString(texts);
    }
}
