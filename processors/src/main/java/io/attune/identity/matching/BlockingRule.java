package io.attune.identity.matching;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Persons that share all parts are compared. */
record BlockingRule(List<KeyPart> parts) {
    BlockingRule {
        parts = List.copyOf(parts);
    }

    boolean applies(Persons persons) {
        return parts.stream()
                .flatMap(part -> part.attributes().stream())
                .allMatch(attribute -> persons.column(attribute).isPresent());
    }

    /** What one person must share with another, in clear; empty where a part of it is missing. */
    Optional<String> key(Map<Attribute, String> values) {
        List<String> forms = parts.stream().map(part -> part.of(values)).toList();
        return forms.contains("")
                ? Optional.empty()
                : Optional.of(parts.stream().map(KeyPart::key).collect(Collectors.joining("+", "", "="))
                        + String.join("|", forms));
    }

    /** A key for each person, 0 for those of whom a part is missing. */
    long[] keys(Persons persons, KeyHashes hashes) {
        long[] keys = new long[persons.size()];
        Arrays.fill(keys, 1);
        for (KeyPart part : parts) {
            long[] partly = new long[persons.size()];
            for (Attribute attribute : part.attributes()) {
                Column column = persons.column(attribute).orElseThrow();
                addSorted(partly, part, column, hashes.of(column, part.form()));
            }
            for (int person = 0; person < keys.length; person++) {
                keys[person] = keys[person] == KeyHashes.NONE || partly[person] == KeyHashes.NONE
                        ? KeyHashes.NONE
                        : Hashes.mix(keys[person] * 31 + partly[person]);
            }
        }
        return keys;
    }

    /** Adds up the hashes of a part's attributes, so that their order does not count; a person who lacks one has no key. */
    private static void addSorted(long[] sums, KeyPart part, Column column, long[] hashes) {
        boolean first = part.attributes().get(0) == column.attribute();
        for (int person = 0; person < sums.length; person++) {
            int number = column.numbers()[person];
            long hash = number == Values.MISSING ? KeyHashes.NONE : hashes[number];
            boolean missing = hash == KeyHashes.NONE || (!first && sums[person] == KeyHashes.NONE);
            sums[person] = missing ? KeyHashes.NONE : sums[person] + hash;
        }
    }
}
