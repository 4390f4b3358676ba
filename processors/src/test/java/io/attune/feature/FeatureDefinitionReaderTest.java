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
                .extracting(Feature::name)
                .contains("days_since_last_order", "sessions_90d", "top_category_365d", "carts_left_90d", "engagement")
                .doesNotHaveDuplicates();
        assertThat(definitions.features())
                .allSatisfy(feature -> assertThat(feature.owner()).isNotEmpty());
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
                    aggregation: count
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
                  - {name: a, description: A, measure: order, aggregation: count}
                  - {name: a, description: A, measure: orders, aggregation: sum}
                """);

        assertThatThrownBy(() -> FeatureDefinitionReader.read(home))
                .hasMessageContaining("wrong.yaml:4: features/0/measure: there is no measure order; there are orders")
                .hasMessageContaining("wrong.yaml:5: features/1/name: the feature a is defined twice")
                .hasMessageContaining("wrong.yaml:5: features/1/measure: the measure orders does not add up amounts");
    }

    @Test
    void pointsIntoAFilterThatDoesNotCompile() throws IOException {
        write("wrong.yaml", """
                features:
                  - name: dear_orders
                    description: Dear orders
                    events: [Order Completed]
                    filter: event.amont > 100
                    aggregation: count
                """);

        assertThatThrownBy(() -> FeatureDefinitionReader.read(home))
                .hasMessageContaining("wrong.yaml:5: features/0/filter: does not compile")
                .hasMessageContaining("undefined field 'amont'")
                .hasMessageContaining("event.amont > 100");
    }

    @Test
    void saysWhatAnAggregationTakesAndNeeds() throws IOException {
        write("wrong.yaml", """
                measures:
                  - {name: orders, description: Orders, events: [Order Completed]}
                  - {name: kinds, description: Orders by category, events: [Order Completed], by: products.category}
                features:
                  - {name: a, description: A, measure: orders, aggregation: trend}
                  - {name: b, description: B, measure: orders, aggregation: top_category}
                  - {name: c, description: C, measure: kinds, aggregation: count}
                  - {name: d, description: D, measure: orders, aggregation: count, bins: 4}
                  - {name: e, description: E, aggregation: count}
                  - {name: f, description: F, measure: kinds, aggregation: top_category, default: 3}
                  - {name: g, description: G, measure: kinds, aggregation: hour_histogram, hours: hour_of_day}
                """);

        assertThatThrownBy(() -> FeatureDefinitionReader.read(home))
                .hasMessageContaining("wrong.yaml:5: features/0/aggregation: trend needs window")
                .hasMessageContaining("wrong.yaml:6: features/1/measure: the measure orders counts by nothing")
                .hasMessageContaining(
                        "wrong.yaml:7: features/2/measure: the measure kinds counts an event once for each key")
                .hasMessageContaining(
                        "wrong.yaml:8: features/3/bins: means nothing to the aggregation count, which takes [")
                .hasMessageContaining("wrong.yaml:9: features/4/aggregation: name either a measure or events")
                .hasMessageContaining("wrong.yaml:10: features/5/default: must be a text")
                .hasMessageContaining("wrong.yaml:11: features/6/measure: the measure kinds does not count by hours");
    }

    @Test
    void followsWhatFeaturesReadOfEachOther() throws IOException {
        write("wrong.yaml", """
                measures:
                  - {name: kinds, description: Orders by category, events: [Order Completed], by: products.category}
                features:
                  - {name: a, description: A, aggregation: ratio, of: [missing, top]}
                  - {name: top, description: T, measure: kinds, aggregation: top_category}
                """);
        assertThatThrownBy(() -> FeatureDefinitionReader.read(home))
                .hasMessageContaining("wrong.yaml:4: features/0/of: there is no feature missing")
                .hasMessageContaining("wrong.yaml:4: features/0/of: the feature top is a category");

        write("circle.yaml", """
                features:
                  - {name: a, description: A, aggregation: difference, of: [b, b]}
                  - {name: b, description: B, aggregation: bin, of: [a], edges: [1]}
                """);
        Files.delete(home.resolve("features/wrong.yaml"));
        assertThatThrownBy(() -> FeatureDefinitionReader.read(home))
                .hasMessageContaining("circle.yaml:2: features/0/of: the feature a reads itself by way of others");
    }

    @Test
    void refusesASensitiveFeatureToAModelThatDoesNotAllowIt() throws IOException {
        write("some.yaml", """
                measures:
                  - {name: orders, description: Orders, events: [Order Completed]}
                features:
                  - {name: mood, description: M, events: [Feedback Given], value: sentiment, aggregation: mean, privacy: sensitive}
                  - {name: mood_bin, description: B, aggregation: bin, of: [mood], edges: [0]}
                """);
        Path schema = home.resolve("schemas/model.schema.json");
        Files.write(schema, Files.readAllBytes(VectorComputationTest.DEFINITIONS.resolve("schemas/model.schema.json")));
        Files.createDirectories(home.resolve("models"));
        String churn = Files.readString(VectorComputationTest.DEFINITIONS.resolve("models/churn.yaml"))
                .replaceAll("(?s)features:\n.*?\nrequiredFeatures:[^\n]*", "features:\n  - mood_bin")
                .replaceAll("baseline: .*", "baseline: mood_bin");
        Path file = home.resolve("models/churn.yaml");
        FeatureDefinitions features = FeatureDefinitionReader.read(home);

        Files.writeString(file, churn);
        assertThatThrownBy(() -> ModelDefinition.read(home, "churn", features))
                .hasMessageContaining("features/0: the feature mood_bin is sensitive, or reads one that is")
                .hasMessageContaining("for example allowSensitive: [mood_bin]");

        Files.writeString(file, churn + "allowSensitive: [mood_bin]\n");
        assertThat(ModelDefinition.read(home, "churn", features).features()).containsExactly("mood_bin");
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
        Files.write(
                schema, Files.readAllBytes(VectorComputationTest.DEFINITIONS.resolve("schemas/features.schema.json")));
        Files.createDirectories(home.resolve("features"));
        Files.writeString(home.resolve("features").resolve(name), text);
    }
}
