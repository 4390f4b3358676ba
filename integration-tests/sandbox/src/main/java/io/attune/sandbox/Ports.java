package io.attune.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;

/**
 * The loopback ports of one sandbox. They are remembered, so that the hub's configuration stays true over a restart.
 *
 * @param controller Kafka's quorum listens here; nobody else needs it
 */
record Ports(int http, int kafka, int controller, int postgres) {
    static Ports choose(SandboxOptions options, PrivateProperties memory) {
        Map<String, String> remembered = memory.read();
        Ports ports = new Ports(
                choose("http", options.httpPort(), remembered),
                choose("kafka", options.kafkaPort(), remembered),
                choose("controller", 0, remembered),
                choose("postgres", options.postgresPort(), remembered));
        memory.write("Ports of this sandbox, kept for the next start", ports.asMap());
        return ports;
    }

    private static int choose(String name, int wanted, Map<String, String> remembered) {
        if (wanted != 0) {
            if (!isFree(wanted)) {
                throw new SandboxException("Port " + wanted + " for " + name
                        + " is taken. Stop what listens there, or name another with --" + name + "-port (0 = any).");
            }
            return wanted;
        }
        int before = Integer.parseInt(remembered.getOrDefault(name, "0"));
        return before != 0 && isFree(before) ? before : anyFree();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static int anyFree() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new SandboxException("No free port is left on this machine", failure);
        }
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
