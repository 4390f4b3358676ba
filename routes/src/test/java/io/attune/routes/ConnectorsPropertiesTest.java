package io.attune.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.configuration.Setting;
import io.attune.configuration.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ConnectorsPropertiesTest {
    private static final Pattern KEY = Pattern.compile("^#?(attune\\.[a-z.-]+)=", Pattern.MULTILINE);

    /** Known before the file is read, or for development. */
    private static final Set<String> ELSEWHERE =
            Set.of("attune.home", "attune.data", "attune.configuration", "attune.clock.now");

    @Test
    void namesEveryKeyThatTheHubKnowsAndNoOther() throws IOException {
        String text = Files.readString(Path.of("../connectors-config/connectors.properties"));

        assertThat(KEY.matcher(text).results().map(found -> found.group(1)))
                .containsExactlyInAnyOrderElementsOf(Settings.all().stream()
                        .map(Setting::key)
                        .filter(key -> !ELSEWHERE.contains(key))
                        .toList());
    }
}
