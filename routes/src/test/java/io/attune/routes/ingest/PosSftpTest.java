package io.attune.routes.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.attune.database.PostgresDatabase;
import io.attune.routes.HubRoutes;
import io.attune.routes.Leadership;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A real SFTP server, read by the Kamelet. */
class PosSftpTest {
    private static final String FILE = "receipt,sold_at,total,currency\nR1,2026-05-30T10:00:00Z,17.50,EUR\n";
    private static final String PASSWORD = "p+a&s%s w=rd?#";

    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase();

    @TempDir
    Path root;

    @TempDir
    Path own;

    private final KeyPair userKey = SftpServer.newKey();
    private SftpServer server;
    private HubRoutes routes;

    @BeforeEach
    void prepare() throws Exception {
        POSTGRES.clear();
        server = new SftpServer(root, PASSWORD, userKey.getPublic());
        Files.createDirectories(root.resolve("receipts"));
        routes = HubRoutes.of("ingest/csv.camel.yaml", "ingest/publish.camel.yaml", "ingest/pos-sftp.camel.yaml")
                .property("attune.data", own.toString())
                .property("attune.pos.sftp.host", "127.0.0.1")
                .property("attune.pos.sftp.port", String.valueOf(server.port()))
                .property("attune.pos.sftp.user", SftpServer.USER)
                .property("attune.pos.sftp.password", "")
                .property(
                        "attune.pos.sftp.known-hosts",
                        own.resolve("known_hosts").toString())
                .property("camel.kamelet.attune-sftp-source.quiet", "500")
                .property("camel.kamelet.attune-sftp-source.delay", "500")
                .bean("leadership", new Leadership())
                .bean("csvFiles", Ingest.csvFiles(POSTGRES, own));
        Ingest.bind(routes);
    }

    @AfterEach
    void stop() throws IOException {
        routes.close();
        server.close();
    }

    @Test
    void readsFilesWithAPasswordAndMovesThemOnTheServer() throws Exception {
        server.knownHosts(own.resolve("known_hosts"), server.hostKey());
        put("a.csv", FILE);
        put("half.csv.filepart", FILE);
        routes.property("attune.pos.sftp.password", PASSWORD).start();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(names(".done")).hasSize(1));
        put("the-same.csv", FILE);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(names(".repeated")).hasSize(1));

        assertThat(Ingest.records(routes)).hasSize(1);
        assertThat(root.resolve("receipts/half.csv.filepart")).exists();
    }

    @Test
    void readsFilesWithAPrivateKey() throws Exception {
        server.knownHosts(own.resolve("known_hosts"), server.hostKey());
        Path key = SftpServer.write(userKey, own.resolve("key"));
        put("a.csv", FILE);
        routes.property("attune.pos.sftp.private-key", key.toString()).start();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(names(".done")).hasSize(1));
    }

    @Test
    void givesNothingToAServerThatIsAnother() throws Exception {
        server.knownHosts(own.resolve("known_hosts"), SftpServer.newKey());
        put("a.csv", FILE);
        routes.property("attune.pos.sftp.password", PASSWORD).start();

        await().during(3, TimeUnit.SECONDS)
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(root.resolve("receipts/a.csv")).exists());
        assertThat(Ingest.records(routes)).isEmpty();
    }

    private void put(String name, String text) throws IOException {
        Files.writeString(root.resolve("receipts").resolve(name), text);
    }

    private List<String> names(String sub) throws IOException {
        Path path = root.resolve("receipts").resolve(sub);
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
