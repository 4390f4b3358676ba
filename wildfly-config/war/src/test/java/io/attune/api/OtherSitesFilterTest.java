package io.attune.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which pages may make a browser change something here. */
class OtherSitesFilterTest {
    private static final Optional<URI> PUBLIC = Optional.of(URI.create("https://hub.example.com/attune"));

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8080,      127.0.0.1:8080,  true",
        "https://127.0.0.1:8443,     127.0.0.1:8443,  true",
        "https://hub.example.com,    10.0.0.7:8080,   true",
        "https://evil.example.com,   127.0.0.1:8080,  false",
        "http://evil127.0.0.1:8080,  127.0.0.1:8080,  false",
        "http://evil/://127.0.0.1:8080, 127.0.0.1:8080, false",
        "http://127x0.0.1:8080,      127.0.0.1:8080,  false",
        "http://hub.example.com,     10.0.0.7:8080,   false",
        "https://hub.example.com.evil.org, 10.0.0.7:8080, false",
        "null,                       127.0.0.1:8080,  false",
    })
    void onlyThoseOfThisServer(String origin, String host, boolean ours) {
        assertThat(OtherSitesFilter.isOurs(origin, Optional.of(host), PUBLIC)).isEqualTo(ours);
    }
}
