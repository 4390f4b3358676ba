package io.attune.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attune.error.AttuneException;
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
    void aBrokenDefinitionIsToldWithItsPlaceAndWhatIsRight() throws IOException {
        Path file = Files.writeString(
                folder.resolve("identity.yaml"), "identifiers:\n  - kind: email\n    joins: perhaps\n");
        assertThatThrownBy(() -> IdentityDefinitionReader.read(file))
                .isInstanceOf(AttuneException.class)
                .hasMessageContaining("identity.yaml")
                .hasMessageContaining("line 3")
                .hasMessageContaining("maximum-entities");
    }
}
