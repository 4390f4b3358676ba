package io.attune.sandbox;

import java.nio.file.Path;

/**
 * Where a sandbox keeps its data and on which ports it listens.
 *
 * @param data folder that survives restarts; created when absent
 * @param httpPort port of the stand-ins and the inbox; 0 = the one remembered in the folder, or a free one
 * @param kafkaPort port of the broker; 0 as above
 * @param postgresPort port of PostgreSQL; 0 as above
 */
public record SandboxOptions(Path data, int httpPort, int kafkaPort, int postgresPort) {
    public static SandboxOptions in(Path data) {
        return new SandboxOptions(data, 0, 0, 0);
    }
}
