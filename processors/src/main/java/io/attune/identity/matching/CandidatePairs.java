package io.attune.identity.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the pairs worth comparing, and compares them: all where these are few, else those that a blocking rule brings together.
 * Every rule gets a share of a number of pairs that grows with the number of persons, and spends it on its smallest blocks, which
 * hold what is rare; so the work is linear, whatever the file holds. Each pair appears once.
 */
final class CandidatePairs {
    private static final int TASK_PAIRS = 1 << 16;

    private final Persons persons;
    private final PersonComparison comparison;

    CandidatePairs(Persons persons, PersonComparison comparison) {
        this.persons = persons;
        this.comparison = comparison;
    }

    /** The pairs in lists, whose order and content depend only on the persons. */
    List<Pairs> find(MatchingDefinition.Candidates limits, List<BlockingRule> rules) {
        double all = (double) persons.size() * (persons.size() - 1) / 2;
        if (all <= limits.allPairsUpTo()) {
            return everyPair();
        }
        long budget = Math.max(limits.leastPairs(), limits.pairsPerPerson() * persons.size());
        return blocked(rules, budget);
    }

    private List<Pairs> everyPair() {
        int tasks = Math.max(1, persons.size() / 64);
        return IntStream.range(0, tasks)
                .parallel()
                .mapToObj(task -> {
                    Pairs pairs = new Pairs();
                    for (int left = task; left < persons.size(); left += tasks) {
                        for (int right = left + 1; right < persons.size(); right++) {
                            add(pairs, left, right);
                        }
                    }
                    return pairs.trimmed();
                })
                .toList();
    }

    private List<Pairs> blocked(List<BlockingRule> rules, long budget) {
        List<BlockingRule> applying =
                rules.stream().filter(rule -> rule.applies(persons)).toList();
        KeyHashes hashes = KeyHashes.of(persons, applying);
        List<Blocks> all = applying.parallelStream()
                .map(rule -> Blocks.of(rule.keys(persons, hashes)))
                .toList();
        List<Blocks> cheapestFirst =
                all.stream().sorted(Comparator.comparingLong(Blocks::pairs)).toList();
        Meetings meetings = new Meetings(persons.size(), all.size());
        return compared(within(cheapestFirst, budget, meetings), meetings);
    }

    private static List<Blocks> within(List<Blocks> cheapestFirst, long budget, Meetings meetings) {
        List<Blocks> chosen = new ArrayList<>();
        long left = budget;
        for (int i = 0; i < cheapestFirst.size(); i++) {
            int rule = i;
            long share = left / (cheapestFirst.size() - i);
            Blocks within = cheapestFirst.get(i).within(share, (one, other) -> !meetings.before(rule, one, other));
            left -= within.newPairs();
            within.tell(meetings, rule);
            chosen.add(within);
        }
        return chosen;
    }

    private List<Pairs> compared(List<Blocks> rules, Meetings meetings) {
        List<Task> tasks = new ArrayList<>();
        for (int rule = 0; rule < rules.size(); rule++) {
            Blocks blocks = rules.get(rule);
            int from = 0;
            long pairs = 0;
            for (int block = 0; block < blocks.count(); block++) {
                pairs += blocks.used(block) ? (long) blocks.size(block) * blocks.size(block) / 2 : 0;
                if (pairs >= TASK_PAIRS || block == blocks.count() - 1) {
                    tasks.add(new Task(rule, from, block + 1));
                    from = block + 1;
                    pairs = 0;
                }
            }
        }
        return tasks.parallelStream()
                .map(task -> compare(rules.get(task.rule()), task, meetings))
                .toList();
    }

    private record Task(int rule, int from, int to) {}

    private Pairs compare(Blocks blocks, Task task, Meetings meetings) {
        Pairs pairs = new Pairs();
        for (int block = task.from(); block < task.to(); block++) {
            int size = blocks.used(block) ? blocks.size(block) : 0;
            for (int i = 0; i < size; i++) {
                for (int j = i + 1; j < size; j++) {
                    int left = blocks.member(block, i);
                    int right = blocks.member(block, j);
                    if (!meetings.before(task.rule(), left, right)) {
                        add(pairs, left, right);
                    }
                }
            }
        }
        return pairs.trimmed();
    }

    private void add(Pairs pairs, int left, int right) {
        if (persons.comparable(left, right)) {
            pairs.add(left, right, comparison.pattern(left, right));
        }
    }
}
