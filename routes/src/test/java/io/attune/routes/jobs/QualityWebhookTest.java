package io.attune.routes.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.attune.database.PostgresDatabase;
import io.attune.pipeline.QualityJob;
import io.attune.quality.QualityDefinition;
import io.attune.quality.QualityDefinitionReader;
import io.attune.quality.QualityHistory;
import io.attune.quality.QualityMeters;
import io.attune.quality.alert.AlertWebhook;
import io.attune.quality.alert.QualityAlerts;
import io.attune.routes.HubRoutes;
import io.attune.routes.Leadership;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The shipped route and the real job tell a receiver that listens on the network, whose address holds a key. */
class QualityWebhookTest {
    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase();

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final String ADDRESS_KEY = "t0p-s3cret";
    private static final String SECRET = "what-only-both-know";
    private static final Path SHIPPED = Path.of("../connectors-config");

    @TempDir
    Path folder;

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final List<Told> told = new CopyOnWriteArrayList<>();
    private final Deque<Integer> refusals = new ArrayDeque<>();
    private final List<String> logged = new CopyOnWriteArrayList<>();
    private HttpServer receiver;
    private QualityAlerts alerts;
    private HubRoutes routes;

    private record Told(String body, String signature, String type) {}

    @BeforeEach
    void start() throws Exception {
        POSTGRES.clear();
        listen();
        QualityDefinition definition = definition();
        alerts = new QualityAlerts(POSTGRES.database(), definition.alerts(), UUID::randomUUID, clock);
        QualityJob job = new QualityJob(
                new QualityHistory(POSTGRES.database(), definition, clock),
                alerts,
                new QualityMeters(new SimpleMeterRegistry()),
                Optional.of(new AlertWebhook(SECRET, clock)),
                () -> true);
        String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hooks/" + ADDRESS_KEY;
        routes = HubRoutes.of("jobs/quality.camel.yaml")
                .property("attune.quality.webhook-url", url)
                .bean("leadership", new Leadership())
                .bean("quality", job)
                .onlyFed("jobs-quality-webhook");
        routes.context().getCamelContextExtension().addLogListener((exchange, logger, message) -> {
            logged.add(message);
            return message;
        });
        routes.start();
        somethingAlarming();
    }

    @AfterEach
    void stop() {
        routes.close();
        receiver.stop(0);
    }

    @Test
    void anAlertIsSignedAndToldOnce() throws Exception {
        tick();
        tick();

        assertThat(told).hasSize(1);
        assertThat(told.get(0).type()).isEqualTo("application/json");
        assertThat(told.get(0).body()).contains("\"type\":\"quality.alert.opened\"", "\"alert\":\"aged\"");
        assertSigned(told.get(0));
    }

    @Test
    void whatTheReceiverDoesNotTakeIsToldAgainAndTheLogNamesNeitherSecretNorAddress() throws Exception {
        refusals.addAll(List.of(500, 302, 404));
        for (int tries = 0; tries < 5; tries++) {
            tick();
        }

        assertThat(told).hasSize(4);
        for (Told each : told) {
            assertThat(each.body())
                    .as("the same, under the same id")
                    .isEqualTo(told.get(0).body());
            assertSigned(each);
        }
        assertThat(logged)
                .hasSize(3)
                .anyMatch(line -> line.contains("the webhook of attune.quality.webhook-url answered 500"))
                .noneMatch(line -> line.contains(ADDRESS_KEY) || line.contains(SECRET));
    }

    @Test
    void aReceiverThatIsAwayIsToldWhenItIsBack() throws Exception {
        int port = receiver.getAddress().getPort();
        receiver.stop(0);
        tick();
        assertThat(logged).hasSize(1).noneMatch(line -> line.contains(ADDRESS_KEY) || line.contains(SECRET));

        listen(port);
        tick();
        assertThat(told).hasSize(1);
    }

    private void tick() {
        routes.template().request("direct:jobs-quality-webhook-in", exchange -> {});
    }

    private void somethingAlarming() {
        POSTGRES.database().useHandle(handle -> {
            for (String table : List.of("quality_hour", "quality_day")) {
                handle.execute(
                        "insert into " + table + " (source, " + table.substring("quality_".length())
                                + ", kind, field, records, newest) values ('web', '2026-06-01T11:00:00Z', '', '', 1, '2026-06-01T11:00:00Z')");
            }
        });
        assertThat(alerts.evaluate()).isEqualTo(1);
    }

    private QualityDefinition definition() throws IOException {
        Files.createDirectories(folder.resolve("schemas"));
        Files.copy(SHIPPED.resolve("schemas/quality.schema.json"), folder.resolve("schemas/quality.schema.json"));
        Files.writeString(folder.resolve("quality.yaml"), """
                flush: PT10S
                keep-hours: P90D
                keep-days: P800D
                outliers: {sample: 500, minimum: 50, z: 5, fence: 3, fields: []}
                alerts:
                  - {name: aged, source: web, figure: freshness, above: 60, open-after: 1}
                """);
        return QualityDefinitionReader.read(folder);
    }

    private void listen() throws IOException {
        listen(0);
    }

    private void listen(int port) throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        receiver.createContext("/hooks/" + ADDRESS_KEY, exchange -> {
            told.add(new Told(
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                    exchange.getRequestHeaders().getFirst("X-Attune-Signature"),
                    exchange.getRequestHeaders().getFirst("Content-Type")));
            exchange.sendResponseHeaders(refusals.isEmpty() ? 204 : refusals.removeFirst(), -1);
            exchange.close();
        });
        receiver.start();
    }

    private static void assertSigned(Told told) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String text = NOW.getEpochSecond() + "." + told.body();
        String code = HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        assertThat(told.signature()).isEqualTo("t=" + NOW.getEpochSecond() + ",v1=" + code);
    }
}
