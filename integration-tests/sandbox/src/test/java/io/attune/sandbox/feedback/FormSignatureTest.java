package io.attune.sandbox.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.sandbox.http.Json;
import io.attune.sandbox.standin.Services;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FormSignatureTest {
    @Test
    void signsAsTwilioPublishes() throws IOException {
        Optional<Path> file = Services.contract("twilio-signature-vectors.json");
        boolean demanded = "true".equals(System.getenv("CI"));
        assumeTrue(file.isPresent() || demanded, "The contracts are not beside the checkout, in ../shared/contracts");
        assertThat(file).isPresent();
        JsonNode vectors = Json.MAPPER.readTree(file.get().toFile());
        Map<String, List<String>> form = new LinkedHashMap<>();
        vectors.get("params")
                .properties()
                .forEach(field ->
                        form.put(field.getKey(), List.of(field.getValue().asText())));
        String token = vectors.get("authToken").asText();

        JsonNode plain = vectors.get("form").get(0);
        assertThat(FormSignature.ofForm(token, plain.get("url").asText(), form))
                .isEqualTo(plain.get("signature").asText());
        JsonNode withPort = vectors.get("form").get(3);
        assertThat(FormSignature.ofForm(token, withPort.get("url").asText(), form))
                .isEqualTo(withPort.get("signature").asText());
        for (JsonNode json : vectors.get("json")) {
            if (!json.has("body")) {
                assertThat(FormSignature.ofForm(token, json.get("url").asText(), Map.of()))
                        .isEqualTo(json.get("signature").asText());
            }
        }
    }

    @Test
    void dependsOnNeitherOrderNorRepetition() {
        Map<String, List<String>> one = new LinkedHashMap<>();
        one.put("b", List.of("2", "1"));
        one.put("a", List.of("x"));
        Map<String, List<String>> other = new LinkedHashMap<>();
        other.put("a", List.of("x"));
        other.put("b", List.of("1", "2", "2"));

        assertThat(FormSignature.ofForm("key", "http://127.0.0.1/", one))
                .isEqualTo(FormSignature.ofForm("key", "http://127.0.0.1/", other));
    }

    @Test
    void signsABodyWithItsTime() {
        String signature = FormSignature.ofBody("secret", 1_700_000_000, "type=unsubscribe");

        assertThat(signature).matches("t=1700000000,v1=[0-9a-f]{64}");
        assertThat(FormSignature.ofBody("secret", 1_700_000_001, "type=unsubscribe"))
                .isNotEqualTo(signature);
    }
}
