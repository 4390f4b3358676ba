package io.attune.sandbox.kafka;

import io.attune.sandbox.SandboxException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics of the hub: kept seven days, in several partitions. */
final class KafkaTopics {
    /**
     * Time of append, not of the event: a history written today carries timestamps of last year, and retention by those
     * would delete it at once.
     */
    private static final Map<String, String> SETTINGS = Map.of(
            "retention.ms", Long.toString(Duration.ofDays(7).toMillis()), "message.timestamp.type", "LogAppendTime");

    private static final List<NewTopic> TOPICS =
            List.of(topic("attune.records", 8), topic("attune.rejects", 2), topic("attune.web-events", 8));

    private KafkaTopics() {}

    static void create(String bootstrapServers) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            var results = admin.createTopics(TOPICS).values();
            for (NewTopic topic : TOPICS) {
                ignoreExisting(() -> results.get(topic.name()).get(60, TimeUnit.SECONDS));
            }
        }
    }

    private interface Creation {
        Object await() throws ExecutionException, InterruptedException, TimeoutException;
    }

    private static void ignoreExisting(Creation creation) {
        try {
            creation.await();
        } catch (ExecutionException failure) {
            if (!(failure.getCause() instanceof TopicExistsException)) {
                throw new SandboxException("Kafka's topics cannot be created", failure.getCause());
            }
        } catch (TimeoutException failure) {
            throw new SandboxException("Kafka did not create its topics within a minute", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SandboxException("Interrupted while Kafka created its topics", interrupted);
        }
    }

    private static NewTopic topic(String name, int partitions) {
        return new NewTopic(name, partitions, (short) 1).configs(SETTINGS);
    }
}
