package io.attune.bench.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * The baseline of the way from an event to a message: reads what the bare server put into Kafka and sends the same short
 * e-mail for every order. It knows no person, no consent, no database and no retry.
 */
final class BareRelay implements Runnable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration POLL = Duration.ofMillis(20);

    private final String brokers;
    private final URI mail;
    private final String key;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    BareRelay(String brokers, String mandrill, String key) {
        this.brokers = brokers;
        this.mail = URI.create(mandrill + "/messages/send");
        this.key = key;
    }

    @Override
    public void run() {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers,
                ConsumerConfig.GROUP_ID_CONFIG, "bench-relay",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(BareServer.TOPIC));
            while (!Thread.currentThread().isInterrupted()) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    relay(record.value());
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void relay(byte[] content) throws InterruptedException {
        try {
            JsonNode event = JSON.readTree(content);
            if (event.path("event").asText().equals("Order Completed")) {
                send(event.path("userId").asText());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void send(String user) throws IOException, InterruptedException {
        ObjectNode request = JSON.createObjectNode().put("key", key);
        ObjectNode message = request.putObject("message")
                .put("subject", "Good to have you with us")
                .put("html", "<p>Good to have you with us</p>")
                .put("from_email", "hello@shop.example");
        message.putArray("to").addObject().put("email", ShopEvents.email(user)).put("type", "to");
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(mail)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(request.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(mail + " answered " + answer.statusCode() + ": " + answer.body());
        }
    }
}
