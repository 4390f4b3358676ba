package io.attune.identity.matching.text;

/** Texts as bags of letters: how many letters one has that the other lacks, whatever their order (Bartolini et al. 2002). */
public final class LetterBag {
    private static final int KINDS = 64;

    private LetterBag() {}

    /** The larger number of letters that one text has and the other lacks; 0 for an anagram. Never above the edit distance. */
    public static int distance(String left, String right) {
        byte[] surplus = new byte[KINDS];
        for (int i = 0; i < left.length(); i++) {
            surplus[left.charAt(i) % KINDS]++;
        }
        for (int i = 0; i < right.length(); i++) {
            surplus[right.charAt(i) % KINDS]--;
        }
        int onlyLeft = 0;
        int onlyRight = 0;
        for (byte count : surplus) {
            if (count > 0) {
                onlyLeft += count;
            } else {
                onlyRight -= count;
            }
        }
        return Math.max(onlyLeft, onlyRight);
    }
}
