package io.attune.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attune.definition.DefinitionException;
import io.attune.profile.Survivorship;
import io.attune.record.Identifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityDefinitionReaderTest {
    @TempDir
    Path folder;

    @Test
    void theShippedDefinitionIsRead() {
        IdentityDefinition definition = IdentityDefinitionReader.read(Path.of("../connectors-config/identity.yaml"));
        assertThat(definition.joins("email", 2)).isTrue();
        assertThat(definition.joins("email", 1_000)).isFalse();
        assertThat(definition.keeps(new Identifier("email", "test@test.com"))).isFalse();
        assertThat(definition.keeps(new Identifier("email", "ann@example.com"))).isTrue();
        assertThat(definition.keeps(new Identifier("shoe_size", "42"))).isFalse();
        assertThat(definition.rank("salesforce")).isGreaterThan(definition.rank("web"));
        assertThat(definition.rank("unheard-of")).isZero();
    }

    @Test
    void limitsAndSurvivorshipAreRead() throws IOException {
        Path shipped = Path.of("../connectors-config/identity.yaml");
        Files.createDirectories(folder.resolve("schemas"));
        Files.copy(
                shipped.resolveSibling("schemas/identity.schema.json"), folder.resolve("schemas/identity.schema.json"));
        IdentityDefinition definition = IdentityDefinitionReader.read(Files.writeString(
                folder.resolve("identity.yaml"),
                Files.readString(shipped) + "survivorship: {nickname: most-complete}\n"));
        assertThat(definition.maximumPersons("email")).isEqualTo(5);
        assertThat(definition.limitsPersons("customer_id")).isFalse();
        assertThat(definition.survivorship().rules()).containsEntry("nickname", Survivorship.Rule.MOST_COMPLETE);
    }

    @Test
    void everyMistakeIsToldWithItsPlaceAndWhatIsRight() throws IOException {
        Files.createDirectories(folder.resolve("schemas"));
        Files.copy(
                Path.of("../connectors-config/schemas/identity.schema.json"),
                folder.resolve("schemas/identity.schema.json"));
        Path file = Files.writeString(folder.resolve("identity.yaml"), """
                identifiers:
                  - kind: email
                    joins: perhaps
                    maximum-people: 5
                survivorship:
                  street: longest
                """);
        assertThatThrownBy(() -> IdentityDefinitionReader.read(file))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("identity.yaml:3")
                .hasMessageContaining("identity.yaml:4")
                .hasMessageContaining("maximum-persons")
                .hasMessageContaining("identity.yaml:6")
                .hasMessageContaining("most-trusted");
        Files.writeString(file, "identifiers:\n  - {kind: email, joins: true}\n  - {kind: email, joins: false}\n");
        assertThatThrownBy(() -> IdentityDefinitionReader.read(file))
                .hasMessageContaining("identity.yaml:3")
                .hasMessageContaining("listed twice");
    }
}
