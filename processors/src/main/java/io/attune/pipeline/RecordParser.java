package io.attune.pipeline;

import io.attune.record.RecordCodec;
import io.attune.record.RecordException;
import io.attune.record.SourceRecord;
import io.attune.reject.Reject;
import io.attune.reject.RejectCodec;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.kafka.KafkaConstants;

/** Reads what the batching Kafka consumer hands over (bean {@code records}). What is no record becomes a reject. Thread-safe. */
public final class RecordParser {
    private final RecordCodec codec = new RecordCodec();
    private final RejectCodec rejects = new RejectCodec();
    private final Clock clock;

    public RecordParser(Clock clock) {
        this.clock = clock;
    }

    /** Reads messages of {@code attune.records}. */
    public RecordBatch parse(List<Exchange> messages) {
        List<SourceRecord> records = new ArrayList<>(messages.size());
        List<Reject> failed = new ArrayList<>();
        for (Exchange exchange : messages) {
            Message message = exchange.getMessage();
            String text = text(message);
            try {
                records.add(codec.read(text));
            } catch (RecordException e) {
                failed.add(new Reject(
                        codec.keyOf(text),
                        "unknown",
                        "parse",
                        place(message),
                        e.code(),
                        e.getMessage(),
                        text,
                        received(message)));
            }
        }
        return new RecordBatch(records, failed);
    }

    /** Reads messages of {@code attune.rejects}, as a batch without records. */
    public RecordBatch parseRejects(List<Exchange> messages) {
        return new RecordBatch(
                List.of(),
                messages.stream()
                        .map(Exchange::getMessage)
                        .map(message -> rejects.read(text(message), place(message), received(message)))
                        .toList());
    }

    private static String text(Message message) {
        Object body = message.getBody();
        if (body instanceof byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        return body == null ? "" : body.toString();
    }

    private static String place(Message message) {
        return message.getHeader(KafkaConstants.TOPIC, "unknown", String.class)
                + " partition " + message.getHeader(KafkaConstants.PARTITION, -1, Integer.class)
                + " offset " + message.getHeader(KafkaConstants.OFFSET, -1L, Long.class);
    }

    private Instant received(Message message) {
        return Optional.ofNullable(message.getHeader(KafkaConstants.TIMESTAMP, Long.class))
                .map(Instant::ofEpochMilli)
                .orElseGet(clock::instant);
    }
}
