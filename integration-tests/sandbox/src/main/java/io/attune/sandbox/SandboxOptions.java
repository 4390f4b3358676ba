package io.attune.sandbox;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where a sandbox keeps its data and on which ports it listens.
 *
 * @param data folder that survives restarts; created when absent
 * @param httpPort port of the stand-ins and the inbox; 0 = the one remembered in the folder, or a free one
 * @param kafkaPort port of the broker; 0 as above
 * @param postgresPort port of PostgreSQL; 0 as above
 */
public record SandboxOptions(Path data, int httpPort, int kafkaPort, int postgresPort) {
    /**
     * Ports as the environment says (ATTUNE_SANDBOX_HTTP_PORT, ATTUNE_SANDBOX_KAFKA_PORT, ATTUNE_SANDBOX_POSTGRES_PORT),
     * otherwise remembered or free ones. Whoever puts a proxy in front of the stand-ins needs to know a port beforehand.
     */
    public static SandboxOptions in(Path data) {
        return in(data, System.getenv());
    }

    static SandboxOptions in(Path data, Map<String, String> environment) {
        return new SandboxOptions(
                data, port(environment, "HTTP"), port(environment, "KAFKA"), port(environment, "POSTGRES"));
    }

    private static int port(Map<String, String> environment, String part) {
        String name = "ATTUNE_SANDBOX_" + part + "_PORT";
        String value = environment.getOrDefault(name, "0");
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > 65535) {
            throw new SandboxException(name + " is " + value + ", but must be a port, 0 to 65535 (0 = any free one)");
        }
        return Integer.parseInt(value);
    }
}
