package io.attune.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every Kamelet must have, so that Kaoto shows it and an engineer knows what to fill in. */
class KameletsTest {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Pattern SECRET = Pattern.compile("(?i).*(password|passphrase|secret|token).*");

    static List<Path> files() {
        Path folder = RouteFiles.ROOT.resolveSibling("connectors-config/kamelets");
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void isNamedAsItsFileAndSaysWhatItIs(Path file) throws IOException {
        JsonNode kamelet = YAML.readTree(Files.readString(file));
        String name = kamelet.path("metadata").path("name").asText();

        assertThat(file.getFileName()).hasToString(name + ".kamelet.yaml");
        assertThat(kamelet.path("kind").asText()).isEqualTo("Kamelet");
        assertThat(name)
                .endsWith("-"
                        + kamelet.at("/metadata/labels")
                                .path("camel.apache.org/kamelet.type")
                                .asText());
        assertThat(kamelet.at("/spec/definition/title").asText()).isNotBlank();
        assertThat(kamelet.at("/spec/definition/description").asText()).hasSizeGreaterThan(60);
        assertThat(kamelet.at("/spec/dependencies").isArray()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("files")
    void describesEveryPropertyAndHidesSecrets(Path file) throws IOException {
        JsonNode definition = YAML.readTree(Files.readString(file)).at("/spec/definition");
        JsonNode properties = definition.path("properties");

        definition
                .path("required")
                .forEach(name -> assertThat(properties.has(name.asText()))
                        .as("required property %s is defined", name)
                        .isTrue());
        properties.properties().forEach(property -> {
            assertThat(property.getValue().path("title").asText())
                    .as("title of %s", property.getKey())
                    .isNotBlank();
            assertThat(property.getValue().path("description").asText())
                    .as("description of %s", property.getKey())
                    .isNotBlank();
            assertThat(property.getValue().path("format").asText().equals("password"))
                    .as("format: password of %s", property.getKey())
                    .isEqualTo(SECRET.matcher(property.getKey()).matches());
        });
    }

    @ParameterizedTest
    @MethodSource("files")
    void usesEveryPropertyAndNoOther(Path file) throws IOException {
        JsonNode spec = YAML.readTree(Files.readString(file)).path("spec");
        String template = spec.path("template").toString();

        spec.at("/definition/properties")
                .fieldNames()
                .forEachRemaining(name -> assertThat(template)
                        .as("the template uses %s", name)
                        .containsPattern("\\{\\{\\??" + name + "\\}\\}"));
        assertThat(Pattern.compile("\\{\\{\\??([^}:]+)").matcher(template).results())
                .as("placeholders of the template")
                .allSatisfy(
                        found -> assertThat(spec.at("/definition/properties").has(found.group(1)))
                                .as("property %s is defined", found.group(1))
                                .isTrue());
    }

    @ParameterizedTest
    @MethodSource("files")
    void camelLoadsIt(Path file) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.disableJMX();
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(ResourceHelper.fromString(file.getFileName().toString(), Files.readString(file)));
            assertThat(context.getRouteTemplateDefinitions()).hasSize(1);
        }
    }
}
