package io.attune.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Disjoint sets of anything with equality (Tarjan 1975, path halving). */
final class Partition<T> {
    private final Map<T, T> parents = new HashMap<>();

    void add(T element) {
        parents.putIfAbsent(element, element);
    }

    void join(T one, T other) {
        parents.put(root(one), root(other));
    }

    T root(T element) {
        add(element);
        T current = element;
        while (!parents.get(current).equals(current)) {
            T grandparent = parents.get(parents.get(current));
            parents.put(current, grandparent);
            current = grandparent;
        }
        return current;
    }

    Collection<List<T>> sets() {
        Map<T, List<T>> sets = new HashMap<>();
        for (T element : List.copyOf(parents.keySet())) {
            sets.computeIfAbsent(root(element), root -> new ArrayList<>()).add(element);
        }
        return sets.values();
    }
}
