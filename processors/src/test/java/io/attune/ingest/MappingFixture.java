package io.attune.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** The mappings that ship, for tests of what they make; each extends this. */
abstract class MappingFixture {
    static final Path FOLDER = Path.of("../connectors-config");
    static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    final Mappings mappings = new Mappings(FOLDER, IngestSettingsReader.read(FOLDER, Duration.ofHours(24)));

    JsonNode only(String mapping, String original) {
        IngestBatch batch = map(mapping, original);
        assertThat(batch.rejects()).isEmpty();
        assertThat(batch.records()).hasSize(1);
        return batch.records().get(0).json();
    }

    IngestBatch map(String mapping, String... originals) {
        return mappings.map(
                mapping,
                "web",
                Arrays.stream(originals)
                        .map(text -> Original.of("test", text, NOW, Arrival.LIVE))
                        .toList());
    }
}
