package io.attune.recommendation;

import java.util.List;

/**
 * Items by the day on which a person had to do with them.
 *
 * @param items which
 * @param days on which day, in days since 1970
 */
record Touches(List<Integer> items, List<Integer> days) {
    static final Touches NONE = new Touches(List.of(), List.of());

    /** What takes an item and how much it counts. */
    @FunctionalInterface
    interface Counting {
        void count(int item, float weight);
    }

    /**
     * Each with its weight: 1 for those of the newest day, half for those a half-life before it. Which day it is today
     * would scale them all alike, so it does not matter.
     */
    void forEach(double halfLife, Counting counting) {
        int newest = days.stream().mapToInt(Integer::intValue).max().orElse(0);
        for (int index = 0; index < items.size(); index++) {
            counting.count(items.get(index), (float) Math.pow(0.5, (newest - days.get(index)) / halfLife));
        }
    }
}
