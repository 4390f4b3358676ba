package io.attune.it.environment;

import io.attune.command.HubNode;
import io.attune.command.HubServer;
import io.attune.command.Installation;
import io.attune.command.Ports;
import io.attune.sandbox.Sandbox;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The server processes of an environment: the first, which is always there, and a second for some tests. Thread-safe. */
public final class Nodes implements AutoCloseable {
    /** With a second node, eight consumers share the records. */
    private static final String CONSUMERS = "4";

    private final Installation installation;
    private final Sandbox sandbox;
    private final HubNode firstNode;
    private final HubNode secondNode;
    private final Map<HubNode, Integer> memoryPorts;
    private final Path home;
    /** The nightly run is due as soon as the first node has started, and then for a day no more. */
    private final String nightlyRun = LocalTime.now(Clock.systemUTC())
            .minusMinutes(1)
            .truncatedTo(ChronoUnit.MINUTES)
            .toString();

    private final Map<HubNode, HubServer> running = new LinkedHashMap<>();

    Nodes(Installation installation, Path home, Sandbox sandbox) {
        this.installation = installation;
        this.sandbox = sandbox;
        firstNode = node("attune-1");
        secondNode = node("attune-2");
        memoryPorts = Map.of(firstNode, Ports.free(), secondNode, Ports.free());
        this.home = home;
    }

    private HubNode node(String name) {
        return HubNode.onFreePorts(name, installation.data().resolve("nodes").resolve(name));
    }

    public synchronized HubServer first() {
        return running.get(firstNode);
    }

    /** Where the first node's shared memory listens. */
    public String firstMemory() {
        return "127.0.0.1:" + memoryPorts.get(firstNode);
    }

    /** Ends the first node without notice. */
    public synchronized void killFirst() {
        first().process().kill();
    }

    /** Starts the first node, again if it was killed, and waits until it is ready. */
    public HubServer startFirst() {
        return start(firstNode);
    }

    /** Starts the second node beside the first and waits until it is ready; close it when done. */
    public HubServer startSecond() {
        return start(secondNode);
    }

    /** Starts a node and returns at once. */
    private synchronized HubServer launch(HubNode node) {
        HubServer before = running.get(node);
        if (before != null) {
            // A test that failed before it killed the node asks for it again all the same.
            before.process().kill();
        }
        HubServer server = HubServer.start(installation, node, sandbox.configurationFile(), properties(node));
        running.put(node, server);
        return server;
    }

    private Map<String, String> properties(HubNode node) {
        String members = memoryPorts.values().stream()
                .map(port -> "127.0.0.1:" + port)
                .sorted()
                .collect(Collectors.joining(","));
        return Map.of(
                "attune.home",
                home.toString(),
                "attune.profile.consumers",
                CONSUMERS,
                "attune.score.at",
                nightlyRun,
                "attune.hazelcast.port",
                memoryPorts.get(node).toString(),
                "attune.hazelcast.members",
                members);
    }

    private HubServer start(HubNode node) {
        return launch(node).awaitReady();
    }

    @Override
    public synchronized void close() {
        running.values().forEach(HubServer::close);
        running.clear();
    }
}
