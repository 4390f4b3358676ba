package io.attune.command;

import java.net.URI;
import java.nio.file.Path;

/**
 * One server process of the hub: its name, its folder and its ports, all on the loopback address.
 *
 * @param name unique among the nodes of one database, at most 23 bytes
 * @param folder the node's own base directory; created on the first start
 */
public record HubNode(String name, Path folder, int http, int https, int management) {
    private static final int USUAL_HTTP = 8080;
    private static final int USUAL_HTTPS = 8443;
    private static final int USUAL_MANAGEMENT = 9990;

    /** A node on the usual ports, or on free ones where those are taken. */
    public static HubNode onUsualPorts(String name, Path folder) {
        return new HubNode(
                name,
                folder,
                Ports.usualOrFree(USUAL_HTTP),
                Ports.usualOrFree(USUAL_HTTPS),
                Ports.usualOrFree(USUAL_MANAGEMENT));
    }

    public static HubNode onFreePorts(String name, Path folder) {
        return new HubNode(name, folder, Ports.free(), Ports.free(), Ports.free());
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + http);
    }

    public URI health() {
        return URI.create("http://127.0.0.1:" + management + "/health/ready");
    }

    public URI console() {
        return url().resolve("/hawtio/");
    }
}
