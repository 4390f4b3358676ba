package io.attune.trainer.segments;

import java.util.HashMap;
import java.util.Map;

/** How far two groupings of the same points agree (Hubert &amp; Arabie 1985). */
final class RandIndex {
    private RandIndex() {}

    /** 1 for the same groups, whatever they are called; about 0 for chance. */
    static double adjusted(int[] left, int[] right) {
        Map<Long, Integer> both = new HashMap<>();
        Map<Integer, Integer> ofLeft = new HashMap<>();
        Map<Integer, Integer> ofRight = new HashMap<>();
        for (int point = 0; point < left.length; point++) {
            both.merge(((long) left[point] << 32) ^ (right[point] & 0xFFFF_FFFFL), 1, Integer::sum);
            ofLeft.merge(left[point], 1, Integer::sum);
            ofRight.merge(right[point], 1, Integer::sum);
        }
        double together = pairs(both);
        double inLeft = pairs(ofLeft);
        double inRight = pairs(ofRight);
        double all = left.length * (left.length - 1.0) / 2;
        double chance = all == 0 ? 0 : inLeft * inRight / all;
        double most = (inLeft + inRight) / 2;
        return most == chance ? 1 : (together - chance) / (most - chance);
    }

    private static double pairs(Map<?, Integer> counts) {
        return counts.values().stream()
                .mapToDouble(count -> count * (count - 1.0) / 2)
                .sum();
    }
}
