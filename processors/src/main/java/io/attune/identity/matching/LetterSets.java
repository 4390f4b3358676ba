package io.attune.identity.matching;

/** Which letters each value of a dictionary has, to tell in a moment that two have too little in common. Immutable. */
final class LetterSets {
    private final long[] sets;

    LetterSets(Values values) {
        sets = new long[values.size()];
        for (int i = 0; i < sets.length; i++) {
            String text = values.text(i);
            for (int j = 0; j < text.length(); j++) {
                sets[i] |= 1L << (text.charAt(j) % Long.SIZE);
            }
        }
    }

    /** Kinds of letters that one has and the other lacks: never more than the distance of their bags, nor than their edit distance. */
    int foreign(int left, int right) {
        return Math.max(Long.bitCount(sets[left] & ~sets[right]), Long.bitCount(sets[right] & ~sets[left]));
    }
}
