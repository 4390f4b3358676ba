package io.attune.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxTest {
    @TempDir
    private Path data;

    @Test
    void keepsRecordsAndSalesOverARestart() throws Exception {
        Map<String, String> before;
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.in(data))) {
            before = sandbox.hubConfiguration();
            assertThat(setting(sandbox, "fsync")).isEqualTo("on");
            assertThat(setting(sandbox, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(sandbox, "server_version")).startsWith("18");
            produce(sandbox, "a record");
            sell(sandbox);
            assertThatThrownBy(() -> Sandbox.start(SandboxOptions.in(data)))
                    .isInstanceOf(SandboxException.class)
                    .hasMessageContaining("already running");
        }
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.in(data))) {
            assertThat(sandbox.hubConfiguration()).isEqualTo(before);
            assertThat(consume(sandbox)).containsExactly("a record");
            assertThat(salesSeenByTheHub(sandbox)).isEqualTo(1);
            sandbox.kafka().stop();
            sandbox.postgres().stop();
            sandbox.kafka().start();
            sandbox.postgres().start();
            assertThat(consume(sandbox)).containsExactly("a record");
            assertThat(salesSeenByTheHub(sandbox)).isEqualTo(1);
        }
    }

    @Test
    void givesEveryUserOnlyWhatItNeeds() throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.in(data))) {
            String posPassword = sandbox.secrets().posPassword();
            assertThatThrownBy(() -> execute(sandbox, "pos", "pos", posPassword, "delete from sale"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> execute(sandbox, "attune", "pos", posPassword, "select 1"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> execute(sandbox, "postgres", "postgres", "wrong", "select 1"))
                    .hasMessageContaining("password authentication failed");
            execute(
                    sandbox,
                    "attune",
                    "attune",
                    sandbox.secrets().databasePassword(),
                    "create table mine (id int); drop table mine");
            try (Admin admin =
                    Admin.create(Map.of("bootstrap.servers", sandbox.kafka().bootstrapServers()))) {
                assertThat(admin.listTopics().names().get(10, TimeUnit.SECONDS))
                        .contains("attune.records", "attune.rejects", "attune.web-events");
            }
        }
    }

    private static String setting(Sandbox sandbox, String name) throws SQLException {
        try (Connection connection = sandbox.hubDatabase().getConnection();
                ResultSet result = connection.createStatement().executeQuery("show " + name)) {
            result.next();
            return result.getString(1);
        }
    }

    private static void sell(Sandbox sandbox) throws SQLException {
        try (Connection connection = sandbox.till().getConnection()) {
            connection
                    .createStatement()
                    .execute(
                            "insert into sale (sale_id, receipt, kind, store, sold_at, utc_offset_minutes, total, currency)"
                                    + " values (1, 'R-1', 'sale', 'Main Street', now(), 60, 12.50, 'EUR')");
        }
    }

    private static int salesSeenByTheHub(Sandbox sandbox) throws SQLException {
        try (Connection connection = sandbox.postgres()
                        .dataSource("pos", "pos", sandbox.secrets().posPassword())
                        .getConnection();
                ResultSet result = connection.createStatement().executeQuery("select count(*) from sale")) {
            result.next();
            return result.getInt(1);
        }
    }

    private static void execute(Sandbox sandbox, String database, String user, String password, String sql)
            throws SQLException {
        try (Connection connection =
                sandbox.postgres().dataSource(database, user, password).getConnection()) {
            connection.createStatement().execute(sql);
        }
    }

    private static void produce(Sandbox sandbox, String value) throws Exception {
        Properties properties = new Properties();
        properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, sandbox.kafka().bootstrapServers());
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer())) {
            // An instant long past, as a history has: retention must not take it away.
            producer.send(new ProducerRecord<>("attune.web-events", 0, 0L, "key", value))
                    .get(30, TimeUnit.SECONDS);
        }
    }

    private static List<String> consume(Sandbox sandbox) {
        Properties properties = new Properties();
        properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, sandbox.kafka().bootstrapServers());
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
            TopicPartition partition = new TopicPartition("attune.web-events", 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            return org.awaitility.Awaitility.await()
                    .until(
                            () -> {
                                var values = new ArrayList<String>();
                                consumer.poll(Duration.ofSeconds(1)).forEach(record -> values.add(record.value()));
                                return values;
                            },
                            values -> !values.isEmpty());
        }
    }
}
