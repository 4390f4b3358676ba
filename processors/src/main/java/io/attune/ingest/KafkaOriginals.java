package io.attune.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.kafka.KafkaConstants;

/** Reads what the batching Kafka consumer hands over (bean {@code kafkaOriginals}). Thread-safe. */
public final class KafkaOriginals {
    private final Clock clock;

    public KafkaOriginals(Clock clock) {
        this.clock = clock;
    }

    /** One original for each message; its headers are left behind. */
    public List<Original> read(List<Exchange> batch) {
        return batch.stream().map(Exchange::getMessage).map(this::original).toList();
    }

    private Original original(Message message) {
        String place = message.getHeader(KafkaConstants.TOPIC, String.class) + "-"
                + message.getHeader(KafkaConstants.PARTITION, Integer.class) + "@"
                + message.getHeader(KafkaConstants.OFFSET, Long.class);
        return Original.of(place, content(message.getBody()), clock.instant(), Arrival.STORED);
    }

    private static byte[] content(Object body) {
        if (body instanceof byte[] bytes) {
            return bytes;
        }
        return body == null ? new byte[0] : body.toString().getBytes(StandardCharsets.UTF_8);
    }
}
