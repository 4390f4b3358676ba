package io.attune.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.configuration.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ConnectorsPropertiesTest {
    private static final Pattern KEY = Pattern.compile("^#?(attune\\.[a-z.-]+)=", Pattern.MULTILINE);

    @Test
    void namesOnlyKeysThatTheHubKnows() throws IOException {
        String text = Files.readString(Path.of("../connectors-config/connectors.properties"));

        assertThat(KEY.matcher(text).results().map(found -> found.group(1)))
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allSatisfy(key -> assertThat(Settings.find(key)).as(key).isPresent());
    }
}
