package io.attune.identity.matching;

import java.util.Arrays;

/** Groups of persons that grow together, with the members of each at hand. Not thread-safe. */
final class Clusters {
    private final int[] leaders;
    private final int[] next;
    private final int[] last;
    private final int[] sizes;

    Clusters(int persons) {
        leaders = new int[persons];
        next = new int[persons];
        last = new int[persons];
        sizes = new int[persons];
        Arrays.setAll(leaders, i -> i);
        Arrays.setAll(last, i -> i);
        Arrays.fill(next, -1);
        Arrays.fill(sizes, 1);
    }

    private Clusters(Clusters other) {
        leaders = other.leaders.clone();
        next = other.next.clone();
        last = other.last.clone();
        sizes = other.sizes.clone();
    }

    Clusters copy() {
        return new Clusters(this);
    }

    int leader(int person) {
        int found = person;
        while (leaders[found] != found) {
            leaders[found] = leaders[leaders[found]];
            found = leaders[found];
        }
        return found;
    }

    int size(int person) {
        return sizes[leader(person)];
    }

    void join(int left, int right) {
        int one = leader(left);
        int other = leader(right);
        if (one == other) {
            return;
        }
        int larger = sizes[one] >= sizes[other] ? one : other;
        int smaller = larger == one ? other : one;
        leaders[smaller] = larger;
        next[last[larger]] = smaller;
        last[larger] = last[smaller];
        sizes[larger] += sizes[smaller];
    }

    /** Up to so many members of a person's cluster. */
    int[] members(int person, int most) {
        int[] members = new int[Math.min(most, size(person))];
        int member = leader(person);
        for (int i = 0; i < members.length; i++) {
            members[i] = member;
            member = next[member];
        }
        return members;
    }

    /** The cluster of each person: the number of one of its members. */
    int[] numbers() {
        int[] numbers = new int[leaders.length];
        Arrays.setAll(numbers, this::leader);
        return numbers;
    }
}
