package io.attune.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SandboxOptionsTest {
    private static final Path DATA = Path.of("data");

    @Test
    void takesPortsFromTheEnvironment() {
        SandboxOptions options = SandboxOptions.in(DATA, Map.of("ATTUNE_SANDBOX_HTTP_PORT", "8100"));

        assertThat(options).isEqualTo(new SandboxOptions(DATA, 8100, 0, 0));
    }

    @Test
    void saysWhatIsWrongWithAPort() {
        assertThatThrownBy(() -> SandboxOptions.in(DATA, Map.of("ATTUNE_SANDBOX_KAFKA_PORT", "many")))
                .isInstanceOf(SandboxException.class)
                .hasMessageContaining("ATTUNE_SANDBOX_KAFKA_PORT is many");
    }
}
