package io.attune.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attune.feature.FeatureDefinitionReader;
import io.attune.feature.FeatureDefinitions;
import io.attune.lookup.FeatureQuestion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeatureQuestionReaderTest {
    private static final FeatureDefinitions DEFINITIONS =
            FeatureDefinitionReader.read(Path.of("../../mojo-models/definitions"));

    @Test
    void readsPeopleAndFeatures() throws IOException {
        FeatureQuestion question = read("""
                {"profiles": ["0197a3c4-5b1e-7d20-9f7a-2f1c6f0f8a11"],
                 "identifiers": [{"kind": "email", "value": "ana@example.com"}], "features": ["orders_90d"]}
                """);

        assertThat(question.profiles()).hasSize(1);
        assertThat(question.identifiers().get(0).kind()).isEqualTo("email");
        assertThat(question.features()).containsExactly("orders_90d");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "{; The body is no JSON at line 1",
                "[]; The body is a JSON object",
                "{}; Name at least one of profiles and identifiers",
                "{\"people\": []}; holds features, identifiers, profiles and nothing else",
                "{\"profiles\": \"x\"}; profiles is a list",
                "{\"profiles\": [\"x\"]}; profiles/0 is no UUID",
                "{\"identifiers\": [{\"kind\": \"email\"}]}; identifiers/0 needs a kind and a value",
                "{\"profiles\": [\"0197a3c4-5b1e-7d20-9f7a-2f1c6f0f8a11\"], \"features\": [\"x\"]}; features/0 names no feature"
            })
    void saysWhereItIsNoQuestion(String body, String message) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(message);
    }

    @Test
    void boundsTheBatch() {
        String ids = "\"0197a3c4-5b1e-7d20-9f7a-2f1c6f0f8a11\",".repeat(1_001);

        assertThatThrownBy(() -> read("{\"profiles\": [" + ids.substring(0, ids.length() - 1) + "]}"))
                .hasMessageContaining("at most 1000 people")
                .hasMessageContaining("these are 1001");
    }

    private static FeatureQuestion read(String body) throws IOException {
        return new FeatureQuestionReader(DEFINITIONS)
                .read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }
}
