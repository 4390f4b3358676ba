package io.attune.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attune.definition.DefinitionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttributeDefinitionReaderTest {
    private static final Path SHIPPED = Path.of("../connectors-config/attributes.yaml");

    @TempDir
    Path folder;

    @Test
    void theShippedFileSaysWhatHoldsWithoutOne() throws IOException {
        assertThat(AttributeDefinitionReader.read(SHIPPED, Survivorship.NEWEST))
                .isEqualTo(AttributeDefinitions.standard())
                .isEqualTo(AttributeDefinitionReader.read(folder.resolve("absent.yaml"), Survivorship.NEWEST));
        assertThat(AttributeDefinitions.standard().clear())
                .containsExactly("country", "created_at", "group", "language", "time_zone");
        assertThat(AttributeDefinitions.standard().tokens())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "FirstName", "given_name", "LastName", "family_name", "City", "city", "Country", "country"));
    }

    @Test
    void whatNobodyDefinedIsEncryptedAndReadByNoRule() throws IOException {
        AttributeDefinitions read = read("""
                owner: insights
                attributes:
                  - {name: income_band, description: A to E, type: text, privacy: ordinary, segments: true}
                  - {name: household_size, description: People, type: number, privacy: ordinary, segments: true, owner: crm}
                  - {name: notes, description: Of the agent, type: text, privacy: ordinary}
                  - {name: diagnosis, description: Of a doctor, type: text, privacy: sensitive}
                """);

        assertThat(read.isClear("income_band")).isTrue();
        assertThat(read.isClear("diagnosis")).isFalse();
        assertThat(read.isClear("whatever")).isFalse();
        assertThat(read.isClear("country")).as("built-in ones are among them").isFalse();
        assertThat(read.isClear("deleted")).as("the hub's own").isTrue();
        assertThat(read.readable())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("income_band", AttributeType.TEXT, "household_size", AttributeType.NUMBER));
        assertThat(read.values(Map.of("income_band", "B", "household_size", "4", "notes", "x", "diagnosis", "y")))
                .containsExactlyInAnyOrderEntriesOf(Map.of("income_band", "B", "household_size", 4.0));
        assertThat(read.find("household_size").orElseThrow().owner()).isEqualTo("crm");
        assertThat(read.find("income_band").orElseThrow().owner()).isEqualTo("insights");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "number  | 4.50                 | true",
                "number  | four                 | false",
                "number  | 1e999                | false",
                "boolean | True                 | true",
                "boolean | yes                  | false",
                "date    | 2026-05-30           | true",
                "date    | 2026-05-30T10:00:00Z | true",
                "date    | 30.5.2026            | false",
                "text    | anything             | true"
            })
    void aValueThatIsNotOfItsTypeIsUnknown(String type, String text, boolean known) {
        assertThat(AttributeType.named(type).value(text).isPresent()).isEqualTo(known);
    }

    @Test
    void mistakesAreNamedWithTheirLines() {
        assertThatThrownBy(() -> read("""
                attributes:
                  - name: income_band
                    description: A to E
                    type: text
                    privacy: personal
                    segments: true
                    owner: insights
                  - name: income_band
                    description: again
                    type: text
                    privacy: sensitive
                    token: IncomeBand
                """))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining(":6: attributes/0/segments: income_band is personal and therefore encrypted")
                .hasMessageContaining(":8: attributes/1/name: the attribute income_band is listed twice")
                .hasMessageContaining("nobody answers for income_band")
                .hasMessageContaining(":12: attributes/1/token: income_band is sensitive: no message may say it");
    }

    @Test
    void unknownKeysTypesAndTheHubsOwnNameAreRefused() {
        assertThatThrownBy(() -> read("""
                owner: a
                attributes:
                  - {name: deleted, description: x, type: text, privacy: ordinary}
                  - {name: age, description: x, type: integer, privacy: ordinary}
                  - {name: sex, description: x, type: text, privacy: ordinary, segment: true}
                """))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining(":3: attributes/0/name")
                .hasMessageContaining(":4: attributes/1/type")
                .hasMessageContaining(":5: attributes/2/segment: is not known here; known are [name,");
    }

    @Test
    void survivorshipIsSaidInOnePlace() throws IOException {
        String file = """
                owner: insights
                attributes:
                  - {name: income_band, description: A to E, type: text, privacy: ordinary, survivorship: most-trusted}
                """;
        Survivorship identity = new Survivorship(Map.of("nickname", Survivorship.Rule.MOST_COMPLETE));
        assertThat(read(file, identity).survivorship().rules())
                .containsEntry("income_band", Survivorship.Rule.MOST_TRUSTED)
                .containsEntry("nickname", Survivorship.Rule.MOST_COMPLETE);

        assertThatThrownBy(() -> read(file, new Survivorship(Map.of("income_band", Survivorship.Rule.NEWEST))))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("identity.yaml has a rule of survivorship for income_band too");
    }

    private AttributeDefinitions read(String yaml) throws IOException {
        return read(yaml, Survivorship.NEWEST);
    }

    private AttributeDefinitions read(String yaml, Survivorship others) throws IOException {
        Files.createDirectories(folder.resolve("schemas"));
        Files.writeString(
                folder.resolve("schemas/attributes.schema.json"),
                Files.readString(SHIPPED.resolveSibling("schemas/attributes.schema.json")));
        return AttributeDefinitionReader.read(Files.writeString(folder.resolve("attributes.yaml"), yaml), others);
    }
}
