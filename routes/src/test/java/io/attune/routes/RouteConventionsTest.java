package io.attune.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.attune.route.RouteSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every route file must have. A failure says how to mend it. */
class RouteConventionsTest {
    private static final RouteSchema SCHEMA = new RouteSchema();
    private static final YAMLMapper YAML = new YAMLMapper();

    static List<String> files() {
        return RouteFiles.all();
    }

    @Test
    void thereAreRouteFiles() {
        assertThat(files()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void conformsToCamelsSchema(String file) throws IOException {
        assertThat(SCHEMA.problems(content(file)))
                .as("%s must conform to Camel's YAML schema, so that Kaoto opens it", file)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void routesHaveIdAndDescription(String file) throws IOException {
        for (JsonNode definition : content(file)) {
            for (String kind : List.of("route", "routeConfiguration")) {
                JsonNode route = definition.path(kind);
                if (!route.isMissingNode()) {
                    assertThat(route.path("id").asText())
                            .as("id of a route in %s", file)
                            .isNotBlank();
                    assertThat(route.path("description").asText())
                            .as(
                                    "description, for a newcomer, of %s in %s",
                                    route.path("id").asText(), file)
                            .hasSizeGreaterThan(40);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void stepsThatLeaveTheHubHaveAnId(String file) throws IOException {
        for (JsonNode step : content(file).findValues("to")) {
            assertThat(step.path("id").asText())
                    .as("id of the step to %s in %s", step.path("uri").asText(), file)
                    .isNotBlank();
        }
        assertThat(content(file).findValues("toD"))
                .as("%s must not send to end points made of data: their number has no bound", file)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void kafkaConsumersCommitByHandAndStopAtAnError(String file) throws IOException {
        for (JsonNode from : content(file).findValues("from")) {
            if (from.path("uri").asText().startsWith("kafka:")) {
                JsonNode parameters = from.path("parameters");
                assertThat(parameters.path("batching").asText())
                        .as("batching in %s", file)
                        .isEqualTo("true");
                assertThat(parameters.path("autoCommitEnable").asText())
                        .as("auto-commit in %s", file)
                        .isEqualTo("false");
                assertThat(parameters.path("allowManualCommit").asText())
                        .as("manual commit in %s", file)
                        .isEqualTo("true");
                assertThat(parameters.path("breakOnFirstError").asText())
                        .as("%s must stop at an error: a failed batch is otherwise skipped", file)
                        .isEqualTo("true");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void fileHasATestBesideIt(String file) throws IOException {
        if (content(file).findValue("route") == null) {
            return;
        }
        String test = testClass(file);
        assertThat(RouteFiles.ROOT.resolve("src/test/java").resolve(test))
                .as("%s needs a test that feeds it and checks what came out: write src/test/java/%s", file, test)
                .exists();
    }

    @ParameterizedTest
    @MethodSource("files")
    void pollsOfSalesforceWaitForEachOther(String file) throws IOException {
        for (JsonNode route : content(file).findValues("route")) {
            JsonNode from = route.path("from");
            if (route.path("routeConfigurationId").asText().equals("salesforce")
                    && from.path("uri").asText().startsWith("timer:")) {
                assertThat(from.path("parameters").path("synchronous").asText())
                        .as(
                                "%s needs synchronous: Camel's calls of Salesforce free the timer's thread, and it would poll again meanwhile",
                                file)
                        .isEqualTo("true");
            }
        }
    }

    @Test
    void everyDirectCallHasARouteThatAnswersIt() throws IOException {
        List<String> called = new ArrayList<>();
        List<String> answered = new ArrayList<>();
        for (String file : files()) {
            content(file)
                    .findValues("to")
                    .forEach(to -> called.add(to.path("uri").asText()));
            content(file)
                    .findValues("from")
                    .forEach(from -> answered.add(from.path("uri").asText()));
        }
        assertThat(answered)
                .containsAll(
                        called.stream().filter(uri -> uri.startsWith("direct:")).toList());
        assertThat(answered).filteredOn(uri -> uri.startsWith("direct:")).doesNotHaveDuplicates();
    }

    private static String testClass(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1, file.length() - ".camel.yaml".length());
        String folder = file.contains("/") ? file.substring(0, file.lastIndexOf('/') + 1) : "";
        String type = Arrays.stream(name.split("-"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
        return "io/attune/routes/" + folder + type + "Test.java";
    }

    private static JsonNode content(String file) throws IOException {
        return YAML.readTree(Files.readString(RouteFiles.ROOT.resolve(file)));
    }
}
