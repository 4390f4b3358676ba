package io.attune.sandbox;

import io.attune.command.Ports;
import java.util.HashMap;
import java.util.Map;

/**
 * The loopback ports of one sandbox. They are remembered, so that the hub's configuration stays true over a restart.
 *
 * @param controller Kafka's quorum listens here; nobody else needs it
 */
record SandboxPorts(int http, int kafka, int controller, int postgres) {
    static SandboxPorts choose(SandboxOptions options, PrivateProperties memory) {
        Map<String, String> remembered = memory.read();
        SandboxPorts ports = new SandboxPorts(
                choose("http", options.httpPort(), remembered),
                choose("kafka", options.kafkaPort(), remembered),
                choose("controller", 0, remembered),
                choose("postgres", options.postgresPort(), remembered));
        memory.write("Ports of this sandbox, kept for the next start", ports.asMap());
        return ports;
    }

    private static int choose(String name, int wanted, Map<String, String> remembered) {
        if (wanted != 0) {
            if (!Ports.isFree(wanted)) {
                throw new SandboxException("Port " + wanted + " for " + name
                        + " is taken. Stop what listens there, or name another with --" + name + "-port (0 = any).");
            }
            return wanted;
        }
        int before = Integer.parseInt(remembered.getOrDefault(name, "0"));
        return before != 0 && Ports.isFree(before) ? before : Ports.free();
    }

    private Map<String, String> asMap() {
        Map<String, String> map = new HashMap<>();
        map.put("http", Integer.toString(http));
        map.put("kafka", Integer.toString(kafka));
        map.put("controller", Integer.toString(controller));
        map.put("postgres", Integer.toString(postgres));
        return map;
    }
}
