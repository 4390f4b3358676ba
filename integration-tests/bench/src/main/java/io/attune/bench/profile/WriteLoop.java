package io.attune.bench.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.bench.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * The baseline: a consumer that reads records, parses each, and writes rows that were decided beforehand by plain JDBC
 * batches, a transaction a batch, its offsets committed after it. It looks nothing up, encrypts nothing and decides
 * nothing: what it takes is the price of the reading, the writing and the commits. Not thread-safe.
 */
final class WriteLoop implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration POLL = Duration.ofMillis(20);

    private final DataSource database;
    private final List<RecordedTransaction> transactions;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Deque<JsonNode> read = new ArrayDeque<>();

    WriteLoop(Topic topic, DataSource database, List<RecordedTransaction> transactions) {
        this.database = database;
        this.transactions = transactions;
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, topic.brokers(),
                        ConsumerConfig.GROUP_ID_CONFIG, "bench-loop",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "500"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(topic.name()));
    }

    /** Reads and writes until every recorded transaction is written; answers the time since the first began. */
    Duration run() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            await(transactions.get(0).records());
            long start = System.nanoTime();
            for (RecordedTransaction transaction : transactions) {
                await(transaction.records());
                for (int record = 0; record < transaction.records(); record++) {
                    read.removeFirst();
                }
                write(connection, transaction);
                connection.commit();
                consumer.commitSync();
            }
            connection.setAutoCommit(true);
            return Duration.ofNanos(System.nanoTime() - start);
        }
    }

    private void await(int records) {
        while (read.size() < records) {
            poll();
        }
    }

    private void poll() {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
            try {
                read.addLast(JSON.readTree(record.value()));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    private static void write(Connection connection, RecordedTransaction transaction) throws SQLException {
        for (RecordedTransaction.Write write : transaction.writes()) {
            try (PreparedStatement statement = connection.prepareStatement(write.sql())) {
                for (Object[] row : write.rows()) {
                    for (int column = 0; column < row.length; column++) {
                        statement.setObject(column + 1, row[column]);
                    }
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
