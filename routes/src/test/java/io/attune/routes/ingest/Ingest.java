package io.attune.routes.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.crypto.Encryption;
import io.attune.crypto.KeysetFile;
import io.attune.database.PostgresDatabase;
import io.attune.ingest.IngestLimits;
import io.attune.ingest.IngestSettings;
import io.attune.ingest.IngestSettingsReader;
import io.attune.ingest.KafkaMessages;
import io.attune.ingest.KafkaOffsets;
import io.attune.ingest.KafkaOriginals;
import io.attune.ingest.Mappings;
import io.attune.ingest.csv.CsvFiles;
import io.attune.ingest.csv.FileLedger;
import io.attune.routes.HubRoutes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Message;

/** The real beans of the way in, and a look at what they put into Kafka. */
final class Ingest {
    static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Path FOLDER = Path.of("../connectors-config");
    private static final IngestSettings SETTINGS = IngestSettingsReader.read(FOLDER, Duration.ofHours(24));
    static final IngestLimits LIMITS = SETTINGS.limits();
    private static final ObjectMapper JSON = new ObjectMapper();

    private Ingest() {}

    /** Binds what the ingest routes call, and catches what they publish. */
    static void bind(HubRoutes routes) throws Exception {
        routes.bean("mappings", new Mappings(FOLDER, SETTINGS))
                .bean("kafkaOriginals", new KafkaOriginals(CLOCK))
                .bean("kafkaMessages", new KafkaMessages())
                .bean("offsets", new KafkaOffsets())
                .mock("ingest-publish", "ingest-publish-to-records", "ingest-publish-to-rejects");
    }

    /** The reader of CSV files, over a database that remembers what it read. */
    static CsvFiles csvFiles(PostgresDatabase postgres, Path keys) {
        Encryption encryption = new KeysetFile(keys.resolve("keyset.json")).open();
        return new CsvFiles(FOLDER, new FileLedger(postgres.database(), encryption), CLOCK);
    }

    static List<JsonNode> records(HubRoutes routes) {
        return sent(routes, "ingest-publish-to-records");
    }

    static List<JsonNode> rejects(HubRoutes routes) {
        return sent(routes, "ingest-publish-to-rejects");
    }

    private static List<JsonNode> sent(HubRoutes routes, String step) {
        List<JsonNode> sent = new ArrayList<>();
        for (Object body : routes.bodiesAt(step)) {
            for (Object message : (List<?>) body) {
                sent.add(read(((Message) message).getBody(byte[].class)));
            }
        }
        return sent;
    }

    private static JsonNode read(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
