package io.attune.identity.matching;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Patterns of pairs drawn at random from all pairs: nearly all are of strangers. The same persons give the same sample. */
final class RandomPairs {
    private static final int TASKS = 64;
    private static final long LEAST = 300_000;
    private static final long MOST_EACH = 5;

    private RandomPairs() {}

    static PatternCounts patterns(Persons persons, PersonComparison comparison, int sampled) {
        if (persons.size() < 2 || persons.pairs() == 0) {
            return PatternCounts.of(new long[0]);
        }
        int each = Math.max(1, (int) Math.min(sampled, Math.max(LEAST, MOST_EACH * persons.size())) / TASKS);
        return PatternCounts.of(IntStream.range(0, TASKS)
                .parallel()
                .mapToObj(task -> sample(persons, comparison, each, task))
                .toList());
    }

    private static Pairs sample(Persons persons, PersonComparison comparison, int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Pairs pairs = new Pairs();
        boolean linked = persons.linked();
        while (pairs.size() < count) {
            int left = random.nextInt(linked ? persons.second() : persons.size());
            int right = linked ? random.nextInt(persons.second(), persons.size()) : random.nextInt(persons.size());
            if (left != right) {
                int lower = Math.min(left, right);
                int upper = Math.max(left, right);
                pairs.add(lower, upper, comparison.pattern(lower, upper));
            }
        }
        return pairs.trimmed();
    }
}
