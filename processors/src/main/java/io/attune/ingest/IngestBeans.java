package io.attune.ingest;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;

/** The beans that the ingest routes name. */
public final class IngestBeans {
    private IngestBeans() {}

    /**
     * Builds them.
     *
     * @param connectorsConfig folder of mappings, schemas and limits
     * @param writeKeys of web sources, by source
     * @param ids makes ids for events that come without one
     * @return by name
     * @throws io.attune.error.AttuneException when a file of the folder is wrong
     */
    public static Map<String, Object> create(
            Path connectorsConfig,
            IngestSettings settings,
            Map<String, String> writeKeys,
            Clock clock,
            Supplier<String> ids) {
        return Map.of(
                "mappings", new Mappings(connectorsConfig, settings),
                "kafkaOriginals", new KafkaOriginals(clock),
                "kafkaMessages", new KafkaMessages(),
                "offsets", new KafkaOffsets(),
                "tracking", new TrackingRequests(writeKeys, settings.limits(), clock, ids),
                "analytics", new AnalyticsRequests(writeKeys, settings.limits(), clock, ids),
                "answers", new HttpAnswers());
    }
}
