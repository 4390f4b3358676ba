package io.attune.identity.matching;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Which given names are short or other forms of one name: a line of {@code nicknames.txt} each. Immutable. */
final class Nicknames {
    static final BitSet NO_GROUP = new BitSet();

    private final Map<String, BitSet> lines;

    private Nicknames(Map<String, BitSet> lines) {
        this.lines = lines;
    }

    /** No name is another's short form: what holds for family names. */
    static Nicknames none() {
        return new Nicknames(Map.of());
    }

    static Nicknames common() {
        Map<String, BitSet> lines = new HashMap<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Nicknames.class.getResourceAsStream("nicknames.txt")),
                StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.startsWith("#") && !line.isBlank()) {
                    for (String name : line.trim().split(" ", -1)) {
                        lines.computeIfAbsent(name, unused -> new BitSet()).set(number);
                    }
                }
                number++;
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new Nicknames(lines);
    }

    /** The lines that a name stands in; {@link #NO_GROUP} where there are none. Not to be changed. */
    BitSet groups(String name) {
        return lines.getOrDefault(name, NO_GROUP);
    }
}
