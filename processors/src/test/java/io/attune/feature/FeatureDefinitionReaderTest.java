package io.attune.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attune.definition.DefinitionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureDefinitionReaderTest {

    @TempDir
    Path home;

    @Test
    void readsWhatShips() {
        FeatureDefinitions definitions = FeatureDefinitionReader.read(VectorComputationTest.DEFINITIONS);

        assertThat(definitions.features())
                .hasSize(22)
                .extracting(Feature::name)
                .contains("days_since_last_order", "sessions_90d");
        assertThat(ModelDefinition.read(VectorComputationTest.DEFINITIONS, "churn", definitions)
                        .features())
                .hasSize(22);
    }

    @Test
    void namesFileLineKeyAndAnExample() throws IOException {
        write("wrong.yaml", """
                measures:
                  - name: orders
                    description: Orders
                    events: [Order Completed]
                features:
                  - name: orders_30d
                    description: Orders
                    measure: orders
                    statistic: count
                    window: 30 days
                """);

        assertThatThrownBy(() -> FeatureDefinitionReader.read(home))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("wrong.yaml:10: features/0/window: ")
                .hasMessageContaining("for example \"P30D\"");
    }

    @Test
    void saysWhichKeysThereAreWhenOneIsUnknownOrMissing() throws IOException {
        write("wrong.yaml", """
                measures:
                  - name: orders
                    describtion: Orders
                    events: [Order Completed]
                """);

        assertThatThrownBy(() -> FeatureDefinitionReader.read(home))
                .hasMessageContaining(
                        "wrong.yaml:3: measures/0/describtion: is not known here; known are [name, description,")
                .hasMessageContaining("\"description\" is missing; for example description: \"Completed orders\"");
    }

    @Test
    void seesWhatNoSchemaCanSee() throws IOException {
        write("wrong.yaml", """
                measures:
                  - {name: orders, description: Orders, events: [Order Completed]}
                features:
                  - {name: a, description: A, measure: order, statistic: count}
                  - {name: a, description: A, measure: orders, statistic: sum}
                """);

        assertThatThrownBy(() -> FeatureDefinitionReader.read(home))
                .hasMessageContaining("wrong.yaml:4: features/0/measure: there is no measure order; there are orders")
                .hasMessageContaining("wrong.yaml:5: features/1/name: the feature a is defined twice")
                .hasMessageContaining("wrong.yaml:5: features/1/statistic: the measure orders does not add up amounts");
    }

    @Test
    void saysWhereTheYamlBreaks() throws IOException {
        write("wrong.yaml", "measures:\n  - {name: orders\nfeatures: []\n");

        assertThatThrownBy(() -> FeatureDefinitionReader.read(home))
                .hasMessageContaining("wrong.yaml:3: this is not YAML");
    }

    private void write(String name, String text) throws IOException {
        Path schema = home.resolve("schemas/features.schema.json");
        Files.createDirectories(schema.getParent());
        Files.copy(VectorComputationTest.DEFINITIONS.resolve("schemas/features.schema.json"), schema);
        Files.createDirectories(home.resolve("features"));
        Files.writeString(home.resolve("features").resolve(name), text);
    }
}
