package io.attune.routes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The route files of this folder, and properties with which they can be built. */
final class RouteFiles {
    static final Path ROOT = Path.of("").toAbsolutePath();

    private RouteFiles() {}

    /** Paths relative to {@link #ROOT}. */
    static List<String> all() {
        try (Stream<Path> paths = Files.walk(ROOT)) {
            return paths.map(path -> ROOT.relativize(path).toString().replace('\\', '/'))
                    .filter(path -> path.endsWith(".camel.yaml"))
                    .filter(path -> !path.startsWith("target/") && !path.startsWith("src/"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, String> properties() {
        return Map.ofEntries(
                Map.entry("attune.kafka.brokers", "localhost:1"),
                Map.entry("attune.topic.records", "attune.records"),
                Map.entry("attune.topic.rejects", "attune.rejects"),
                Map.entry("attune.topic.web-events", "attune.web-events"),
                Map.entry("attune.profile.consumers", "2"),
                Map.entry("attune.profile.batch-size", "500"),
                Map.entry("attune.salesforce.login-url", "http://localhost:1"),
                Map.entry("attune.salesforce.client-id", "client"),
                Map.entry("attune.salesforce.client-secret", "secret"),
                Map.entry("attune.salesforce.api-version", "62.0"),
                Map.entry("attune.salesforce.poll-interval", "PT10S"),
                Map.entry("attune.salesforce.overlap", "PT5M"),
                Map.entry("attune.salesforce.page-size", "2000"),
                Map.entry("attune.mailchimp.url", "http://localhost:1/3.0"),
                Map.entry("attune.mandrill.url", "http://localhost:1/api/1.0"),
                Map.entry("attune.twilio.url", "http://localhost:1"),
                Map.entry("attune.pos.url", "jdbc:postgresql://localhost:1/pos"),
                Map.entry("attune.data", "target/data"),
                Map.entry("attune.pos.files", "target/receipts"),
                Map.entry("attune.pos.sftp.host", "localhost"),
                Map.entry("attune.pos.sftp.port", "1"),
                Map.entry("attune.pos.sftp.folder", "receipts"),
                Map.entry("attune.pos.sftp.user", "attune"),
                Map.entry("attune.pos.sftp.password", "secret"),
                Map.entry("attune.pos.sftp.known-hosts", "target/known_hosts"),
                Map.entry("attune.quality.webhook-url", "http://localhost:1/alerts"),
                Map.entry("attune.pos.user", "pos"),
                Map.entry("attune.pos.password", "secret"),
                Map.entry("attune.pos.poll-interval", "PT10S"),
                Map.entry("attune.pos.overlap", "PT5M"));
    }
}
