package io.attune.identity;

import io.attune.record.SourceRecord;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Who is one person, by a plain single-threaded union of everything that shares an identifier. */
final class PartitionOracle {
    private PartitionOracle() {}

    /** Sets of entities, each written {@code source/entity}. */
    static Set<Set<String>> people(List<? extends SourceRecord> records) {
        Map<String, Set<String>> groupOf = new HashMap<>();
        for (SourceRecord record : records) {
            Set<String> names = new HashSet<>();
            names.add(record.source() + '/' + record.entity());
            record.identifiers().forEach(identifier -> names.add(identifier.kind() + ':' + identifier.value()));
            Set<String> united = new HashSet<>(names);
            names.forEach(name -> united.addAll(groupOf.getOrDefault(name, Set.of())));
            united.forEach(name -> groupOf.put(name, united));
        }
        return groupOf.values().stream()
                .map(group -> group.stream().filter(name -> name.contains("/")).collect(Collectors.toSet()))
                .collect(Collectors.toSet());
    }
}
