package io.attune.sandbox.kafka;

import io.attune.sandbox.SandboxException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * One Kafka broker and controller in this process, with its log in a folder. It can be stopped and started again, so
 * that tests see what the hub does while Kafka is away. Thread-safe.
 */
public final class KafkaBroker implements AutoCloseable {
    private final Path folder;
    private final int port;
    private final int controllerPort;
    private KafkaRaftServer server;

    public KafkaBroker(Path folder, int port, int controllerPort) {
        this.folder = folder;
        this.port = port;
        this.controllerPort = controllerPort;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Does nothing when it runs already. Returns when the broker accepts requests. */
    public synchronized void start() {
        if (server != null) {
            return;
        }
        KafkaConfig configuration = new KafkaConfig(properties(), false);
        format();
        KafkaRaftServer starting = new KafkaRaftServer(configuration, Time.SYSTEM);
        starting.startup();
        server = starting;
        KafkaTopics.create(bootstrapServers());
    }

    /** Does nothing when it is stopped already. The log stays, and the next start goes on with it. */
    public synchronized void stop() {
        if (server == null) {
            return;
        }
        server.shutdown();
        server.awaitShutdown();
        server = null;
    }

    @Override
    public void close() {
        stop();
    }

    private void format() {
        if (Files.exists(folder.resolve("meta.properties"))) {
            return;
        }
        try {
            new Formatter()
                    .setPrintStream(new PrintStream(PrintStream.nullOutputStream()))
                    .setNodeId(1)
                    .setClusterId(Uuid.randomUuid().toString())
                    .addDirectory(folder.toString())
                    .setMetadataLogDirectory(folder.toString())
                    .setControllerListenerName("CONTROLLER")
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    .run();
        } catch (Exception failure) {
            throw new SandboxException("Kafka's folder " + folder + " cannot be prepared", failure);
        }
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("process.roles", "broker,controller");
        properties.setProperty("node.id", "1");
        properties.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        properties.setProperty("controller.listener.names", "CONTROLLER");
        properties.setProperty(
                "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        properties.setProperty("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        properties.setProperty("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        properties.setProperty("log.dirs", folder.toString());
        properties.setProperty("auto.create.topics.enable", "false");
        // One broker cannot replicate, and a group should not wait for members that never come.
        properties.setProperty("offsets.topic.replication.factor", "1");
        properties.setProperty("transaction.state.log.replication.factor", "1");
        properties.setProperty("transaction.state.log.min.isr", "1");
        properties.setProperty("share.coordinator.state.topic.replication.factor", "1");
        properties.setProperty("share.coordinator.state.topic.min.isr", "1");
        properties.setProperty("group.initial.rebalance.delay.ms", "0");
        // A killed server of the hub should lose its partitions in seconds, not after 45.
        properties.setProperty("group.min.session.timeout.ms", "1000");
        // Small files: every partition reserves its indexes on disk beforehand.
        properties.setProperty("offsets.topic.num.partitions", "4");
        properties.setProperty("transaction.state.log.num.partitions", "2");
        properties.setProperty("log.index.size.max.bytes", "1048576");
        properties.setProperty("log.segment.bytes", "134217728");
        properties.setProperty("num.network.threads", "2");
        properties.setProperty("num.io.threads", "4");
        return properties;
    }
}
