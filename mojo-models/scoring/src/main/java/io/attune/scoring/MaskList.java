package io.attune.scoring;

import java.util.Arrays;
import java.util.List;

/**
 * Masks of splits, side by side in memory, to be applied from the first up to some place. After every so many of them there
 * is a summary: for each tree, what all masks until there leave. So few masks are applied one by one, and the summary's words
 * are anded in a row, several at once on most processors. Immutable.
 */
final class MaskList {

    private final int[] trees;
    private final long[] masks;
    private final int stride;
    private final int words;
    private final long[] summaries;

    /**
     * A list.
     *
     * @param stride how many masks a summary is apart from the next
     * @param forest how many trees there are
     */
    MaskList(List<SplitMask> splits, int stride, int forest) {
        this.trees = splits.stream().mapToInt(SplitMask::tree).toArray();
        this.masks = splits.stream().mapToLong(SplitMask::mask).toArray();
        this.stride = stride;
        this.words = forest;
        this.summaries = new long[masks.length / stride * forest];
        summarize();
    }

    private void summarize() {
        long[] left = new long[words];
        Arrays.fill(left, -1L);
        for (int index = 0; index < masks.length; index++) {
            left[trees[index]] &= masks[index];
            if ((index + 1) % stride == 0) {
                System.arraycopy(left, 0, summaries, index / stride * words, words);
            }
        }
    }

    /** Applies the first few. */
    void apply(long[] target, int count) {
        int summarized = count / stride;
        if (summarized > 0) {
            int first = (summarized - 1) * words;
            for (int word = 0; word < words; word++) {
                target[word] &= summaries[first + word];
            }
        }
        for (int index = summarized * stride; index < count; index++) {
            target[trees[index]] &= masks[index];
        }
    }

    void apply(long[] target) {
        apply(target, masks.length);
    }
}
