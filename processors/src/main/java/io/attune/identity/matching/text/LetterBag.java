package io.attune.identity.matching.text;

/** Texts as bags of letters: how many letters one has that the other lacks, whatever their order (Bartolini et al. 2002). */
public final class LetterBag {
    private static final int KINDS = 64;

    private LetterBag() {}

    /** The larger number of letters that one text has and the other lacks; 0 for an anagram. Never above the edit distance. */
    public static int distance(String left, String right) {
        int[] unmatched = new int[KINDS];
        for (int i = 0; i < left.length(); i++) {
            unmatched[left.charAt(i) % KINDS]++;
        }
        int common = 0;
        for (int i = 0; i < right.length(); i++) {
            if (unmatched[right.charAt(i) % KINDS]-- > 0) {
                common++;
            }
        }
        return Math.max(left.length(), right.length()) - common;
    }
}
