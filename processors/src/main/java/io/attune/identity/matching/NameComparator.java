package io.attune.identity.matching;

import io.attune.identity.matching.text.EditDistance;
import io.attune.identity.matching.text.JaroWinkler;
import io.attune.identity.matching.text.LetterBag;
import java.util.BitSet;
import java.util.List;

/** Compares given or family names: short forms, parts of compound names, slips of the finger, sound, initials. */
final class NameComparator implements ValueComparator {
    private static final int ALIAS = 1;
    private static final int NEAR = 2;
    private static final int SIMILAR = 3;
    private static final int INITIAL = 4;
    private static final int OTHER = 5;
    private static final int MOST_EDITS = 2;
    private static final double SIMILAR_FROM = 0.86;

    private final Values values;
    private final LetterSets letters;
    private final Sounds sounds;
    private final BitSet[] nicknames;
    private final boolean[] hasNickname;
    private final boolean[] compound;

    NameComparator(Values values, Sounds sounds, Nicknames nicknames) {
        this.values = values;
        letters = new LetterSets(values);
        this.sounds = sounds;
        this.nicknames = new BitSet[values.size()];
        hasNickname = new boolean[values.size()];
        compound = new boolean[values.size()];
        for (int i = 0; i < compound.length; i++) {
            this.nicknames[i] = nicknames.groups(values.text(i));
            hasNickname[i] = !this.nicknames[i].isEmpty();
            compound[i] = values.text(i).indexOf(' ') >= 0;
        }
    }

    @Override
    public List<String> levels() {
        return List.of("exact", "alias", "near", "similar", "initial", "other");
    }

    @Override
    public int level(int left, int right) {
        int shorter = letters.shorter(left, right);
        if (shorter == 1) {
            return values.text(left).charAt(0) == values.text(right).charAt(0) ? INITIAL : OTHER;
        }
        if (alike(left, right)
                || ((compound[left] || compound[right]) && sharesWord(values.text(left), values.text(right)))) {
            return ALIAS;
        }
        if (letters.foreign(left, right) > Math.max(2, shorter / 3)) {
            return sounds.same(left, right) ? SIMILAR : OTHER;
        }
        if (letters.surplus(left, right) > MOST_EDITS && !letters.mayReach(left, right, SIMILAR_FROM)) {
            return sounds.same(left, right) ? SIMILAR : OTHER;
        }
        return byLetters(left, right, shorter);
    }

    private int byLetters(int left, int right, int shorter) {
        String one = values.text(left);
        String two = values.text(right);
        int distance = EditDistance.bounded(one, two, MOST_EDITS);
        if (shorter >= 3 && distance <= 1) {
            return NEAR;
        }
        double winkler = JaroWinkler.similarity(one, two);
        int foreign = LetterBag.distance(one, two);
        if ((shorter >= 5 && winkler >= 0.93) || (shorter >= 4 && foreign == 0)) {
            return NEAR;
        }
        boolean similar = winkler >= SIMILAR_FROM
                || (shorter >= 5 && distance <= MOST_EDITS)
                || (shorter >= 5 && foreign <= 1)
                || sounds.same(left, right);
        return similar ? SIMILAR : OTHER;
    }

    private boolean alike(int left, int right) {
        return hasNickname[left] && hasNickname[right] && nicknames[left].intersects(nicknames[right]);
    }

    private static boolean sharesWord(String one, String two) {
        if (one.replace(" ", "").equals(two.replace(" ", ""))) {
            return true;
        }
        for (String word : one.split(" ", -1)) {
            if (word.length() >= 3 && (" " + two + " ").contains(" " + word + " ")) {
                return true;
            }
        }
        return false;
    }
}
