package io.attune.identity.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attune.error.AttuneException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What matching.yaml may say, and where it says that it may not. */
class MatchingDefinitionReaderTest {
    private static final Path SHIPPED = Path.of("../connectors-config/matching.yaml");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[birth_date], [email]|[brith_date], [email]|thresholds/sure-needs knows no 'brith_date'",
                "never-sure: [given_name|never-sure: [name|thresholds/never-sure knows no 'name'",
                "sure: 0.99|sure: 0.4|0 < review < sure < 1",
                "shares: [phone, email]|shares: [phone, mail]|relations/office/shares knows no 'mail'",
                "within: household|within: houshold|relations/twins/within knows no 'houshold'",
                "- [email.local]|- [email.lokal]|blocking knows no 'email.lokal'",
                "email: {exact: 0.70, |email: {precise: 0.70, |the same comparisons with the same levels"
            })
    void namesTheMistakeAndWhatIsAllowed(String shipped, String mistaken, String said) throws IOException {
        String text = Files.readString(SHIPPED);
        assertThat(text).contains(shipped);
        Path file = Files.writeString(folder.resolve("matching.yaml"), text.replace(shipped, mistaken));

        assertThatThrownBy(() -> MatchingDefinitionReader.read(file))
                .isInstanceOf(AttuneException.class)
                .hasMessageContaining("matching.yaml: ")
                .hasMessageContaining(said);
    }

    @Test
    void needsEveryKey() throws IOException {
        Path file = Files.writeString(folder.resolve("matching.yaml"), "thresholds: {sure: 0.99, review: 0.5}");

        assertThatThrownBy(() -> MatchingDefinitionReader.read(file)).hasMessageContaining("never-sure");
    }
}
