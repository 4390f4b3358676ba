package io.attune.bench.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The baseline of the tracking interface, in a process of its own: the JDK's HTTP server, whose handler parses the body and
 * answers when Kafka has each of its events with {@code acks=all}, with the batching that the hub's routes use. It knows no
 * write keys, validates and maps nothing. Another thread of it is {@link BareRelay}.
 */
final class BareServer {
    static final String READY = "Bare server ready on port ";
    static final String TOPIC = "attune.bench-events";

    private static final int THREADS = 16;
    private static final int BACKLOG = 1_000;
    private static final byte[] ANSWER = "{\"success\":true}".getBytes(StandardCharsets.UTF_8);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final KafkaProducer<String, byte[]> producer;

    private BareServer(String brokers) {
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers,
                        ProducerConfig.ACKS_CONFIG, "all",
                        ProducerConfig.LINGER_MS_CONFIG, "2",
                        ProducerConfig.BATCH_SIZE_CONFIG, "131072"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /**
     * Runs until it is killed.
     *
     * @param arguments Kafka's brokers, the mail service's URL and its key
     */
    public static void main(String... arguments) throws IOException, InterruptedException {
        BareServer bare = new BareServer(arguments[0]);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        server.setExecutor(Executors.newFixedThreadPool(THREADS));
        server.createContext("/v1/", bare::take);
        server.start();
        new Thread(new BareRelay(arguments[0], arguments[1], arguments[2]), "relay").start();
        System.out.println(READY + server.getAddress().getPort());
        new CountDownLatch(1).await();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode body = JSON.readTree(exchange.getRequestBody());
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            if (body.has("batch")) {
                for (JsonNode event : body.get("batch")) {
                    sent.add(append(event));
                }
            } else {
                sent.add(append(body));
            }
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, ANSWER.length);
            exchange.getResponseBody().write(ANSWER);
        } catch (ExecutionException failed) {
            throw new IOException("Kafka did not take an event", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Future<RecordMetadata> append(JsonNode event) throws IOException {
        return producer.send(new ProducerRecord<>(TOPIC, event.path("userId").asText(), JSON.writeValueAsBytes(event)));
    }
}
