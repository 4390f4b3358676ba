package io.attune.configuration;

import java.util.Arrays;
import java.util.List;

/**
 * The shared memory.
 *
 * @param port 0 takes a free one
 * @param members addresses of the other nodes; none for a single node
 */
public record HazelcastConfiguration(int port, List<String> members) {
    public HazelcastConfiguration {
        members = List.copyOf(members);
    }

    static HazelcastConfiguration read(Values values) {
        return new HazelcastConfiguration(
                values.number("attune.hazelcast.port", 0, 65_535),
                values.find("attune.hazelcast.members").stream()
                        .flatMap(text -> Arrays.stream(text.split(",", -1)))
                        .map(String::strip)
                        .toList());
    }
}
