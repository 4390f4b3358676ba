package io.attune.it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.it.environment.Environment;
import io.attune.it.environment.EnvironmentExtension;
import io.attune.it.load.TrackingClient;
import io.attune.it.oracle.RecordBooks;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The server is killed while shops send events. What it acknowledged is not lost. */
@ExtendWith(EnvironmentExtension.class)
class CollectorKillIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHOPS = 8;
    private static final int BATCH = 20;
    private static final int ENOUGH = 1_000;

    private final Environment environment;
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicInteger next = new AtomicInteger();

    CollectorKillIT(Environment environment) {
        this.environment = environment;
    }

    @Test
    void keepsEveryEventThatItAcknowledged() throws Exception {
        TrackingClient client = TrackingClient.of(environment);
        ExecutorService shops = Executors.newFixedThreadPool(SHOPS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int shop = 0; shop < SHOPS; shop++) {
                running.add(shops.submit(() -> sendUntilTheServerIsGone(client)));
            }
            await().atMost(Duration.ofMinutes(1)).until(() -> acknowledged.size() >= ENOUGH);
            environment.nodes().killFirst();
            for (Future<?> shop : running) {
                shop.get(2, TimeUnit.MINUTES);
            }
        } finally {
            shops.shutdownNow();
            environment.nodes().startFirst();
        }

        RecordBooks books = new RecordBooks(environment.database());
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(books.events(acknowledged)).isEqualTo(acknowledged.size()));
    }

    private void sendUntilTheServerIsGone(TrackingClient client) {
        while (true) {
            List<String> messages = new ArrayList<>();
            ObjectNode request = batch(messages);
            try {
                if (client.post("batch", request).statusCode() == 200) {
                    acknowledged.addAll(messages);
                }
            } catch (UncheckedIOException gone) {
                return;
            }
        }
    }

    private ObjectNode batch(List<String> messages) {
        ObjectNode request = JSON.createObjectNode();
        ArrayNode events = request.putArray("batch");
        for (int event = 0; event < BATCH; event++) {
            String id = "acknowledged-" + next.getAndIncrement();
            messages.add(id);
            events.addObject()
                    .put("type", "page")
                    .put("messageId", id)
                    .put("anonymousId", "acknowledged-visitor-" + event);
        }
        return request;
    }
}
