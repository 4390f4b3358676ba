package io.attune.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attune.definition.DefinitionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QualityDefinitionReaderTest {
    private static final Path SHIPPED = Path.of("../connectors-config");

    @TempDir
    Path folder;

    @Test
    void theShippedFileIsRight() {
        QualityDefinition shipped = QualityDefinitionReader.read(SHIPPED);

        assertThat(shipped.flush()).isEqualTo(Duration.ofSeconds(10));
        assertThat(shipped.alerts()).hasSizeGreaterThan(4);
        assertThat(shipped.outliers()).allMatch(OutlierRule::logarithmic);
        assertThat(shipped.expected()).isNotEmpty();
    }

    @Test
    void everyMistakeIsShownWhereItStands() {
        assertThatThrownBy(() -> read("""
                        flush: PT0.1S
                        keep-hours: P90D
                        keep-days: soon
                        outliers: {sample: 500, minimum: 50, z: 5, fence: 3, fields: []}
                        alerts:
                          - name: one
                            figure: reject-rate
                          - name: one
                            figure: completeness
                            below: 0.9
                          - name: two
                            figure: freshness
                            change: {z: 3}
                        """))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("quality.yaml:1: flush: must be a duration")
                .hasMessageContaining("quality.yaml:3: keep-days: must be a duration")
                .hasMessageContaining("quality.yaml:6: alerts/0: needs above, below or change")
                .hasMessageContaining("quality.yaml:8: alerts/1/name: the alert one is defined twice")
                .hasMessageContaining("alerts/1: completeness needs kind and field")
                .hasMessageContaining("alerts/2: freshness takes above only");
    }

    @Test
    void whatTheSchemaDoesNotKnowIsRefused() {
        assertThatThrownBy(() -> read("""
                        flush: PT10S
                        keep-hours: P90D
                        keep-days: P800D
                        outlier: {}
                        """))
                .hasMessageContaining("quality.yaml:4: outlier: is not known here")
                .hasMessageContaining("\"outliers\" is missing");
    }

    private QualityDefinition read(String yaml) throws IOException {
        Files.createDirectories(folder.resolve("schemas"));
        Path schema = folder.resolve("schemas/quality.schema.json");
        if (!Files.exists(schema)) {
            Files.copy(SHIPPED.resolve("schemas/quality.schema.json"), schema);
        }
        Files.writeString(folder.resolve("quality.yaml"), yaml);
        return QualityDefinitionReader.read(folder);
    }
}
