package io.attune.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class RouteLoaderTest extends LoadedRoutes {
    @Test
    void newFileRunsAndSeesTheLiveBeansAndProperties() throws IOException {
        write("greet.camel.yaml", route("greet", "{{greeting}}"));

        RouteReport report = loader.refresh();

        assertThat(report.complete()).as("%s", report).isTrue();
        assertThat(report.routes()).containsExactly("greet");
        assertThat(ask("greet")).isEqualTo("HELLO");
    }

    @Test
    void routeWhosePreconditionDoesNotHoldIsNoneThatRuns() throws IOException {
        String route =
                route("greet", "one").replace("id: greet", "id: greet\n    precondition: ${propertiesExist:nowhere}");
        write("greet.camel.yaml", route);

        RouteReport report = loader.refresh();

        assertThat(report.complete()).as("%s", report).isTrue();
        assertThat(report.routes()).isEmpty();
        assertThat(context.getRoute("greet")).isNull();
    }

    @Test
    void changedFileTakesThePlaceOfTheOld() throws IOException {
        write("ingest/greet.camel.yaml", route("greet", "one"));
        loader.refresh();
        write("ingest/greet.camel.yaml", route("greet", "two"));

        assertThat(loader.refresh().complete()).isTrue();
        assertThat(ask("greet")).isEqualTo("TWO");
        assertThat(context.getRoutes()).hasSize(1);
    }

    @Test
    void brokenFilesChangeNothingAndSayWhy() throws IOException {
        write("greet.camel.yaml", route("greet", "one"));
        loader.refresh();
        assertBroken("- route: {id: greet", "not YAML");
        assertBroken("[]", "must be a list");
        assertBroken("- from: {uri: direct:greet, steps: []}", "has no id");
        assertBroken(route("greet", "x").replace("setBody", "setBodi"), "setBodi");
        assertBroken(route("greet", "x").replace("direct:greet", "nosuch:greet"), "nosuch");
        assertBroken(route("greet", "x").replace("ref: shout", "ref: silence"), "silence");
        assertBroken(route("greet", "{{missing.key}}"), "missing.key");
    }

    @Test
    void deletedFileTakesItsRoutesWithIt() throws IOException {
        write("greet.camel.yaml", route("greet", "one"));
        loader.refresh();
        Files.delete(folder.resolve("greet.camel.yaml"));

        assertThat(loader.refresh().files()).isEmpty();
        assertThat(context.getRoutes()).isEmpty();
        assertThat(context.getRouteDefinitions()).isEmpty();
    }

    @Test
    void twoFilesCannotDefineTheSameRoute() throws IOException {
        write("a.camel.yaml", route("greet", "one"));
        write("b.camel.yaml", route("greet", "two"));

        RouteReport report = loader.refresh();

        assertThat(report.broken()).singleElement().satisfies(file -> {
            assertThat(file.file()).isEqualTo("b.camel.yaml");
            assertThat(file.problem())
                    .hasValueSatisfying(text -> assertThat(text).contains("a.camel.yaml"));
        });
        assertThat(ask("greet")).isEqualTo("ONE");
    }

    @Test
    void changedRouteConfigurationReachesTheRoutesThatRun() throws IOException {
        write("errors.camel.yaml", configuration("sorry"));
        write("fail.camel.yaml", """
                - route:
                    id: fail
                    routeConfigurationId: apology
                    from:
                      uri: direct:fail
                      steps:
                        - throwException: {exceptionType: java.lang.IllegalStateException, message: refused}
                """);
        assertThat(loader.refresh().complete()).as("%s", loader.report()).isTrue();
        assertThat(ask("fail")).isEqualTo("sorry");

        write("errors.camel.yaml", configuration("pardon"));

        assertThat(loader.refresh().complete()).as("%s", loader.report()).isTrue();
        assertThat(ask("fail")).isEqualTo("pardon");
        assertThat(context.getRouteConfigurationDefinitions()).hasSize(1);
    }

    @Test
    void repairedFileIsNoLongerReported() throws IOException {
        write("greet.camel.yaml", "oops");
        assertThat(loader.refresh().complete()).isFalse();
        write("greet.camel.yaml", route("greet", "one"));

        assertThat(loader.refresh().complete()).isTrue();
        assertThat(loader.report().checkedAt()).isEqualTo(CLOCK.instant());
    }

    private void assertBroken(String text, String reason) throws IOException {
        write("greet.camel.yaml", text);
        RouteReport report = loader.refresh();
        assertThat(report.broken()).singleElement().satisfies(file -> {
            assertThat(file.routes()).containsExactly("greet");
            assertThat(file.problem())
                    .hasValueSatisfying(problem -> assertThat(problem).contains(reason));
        });
        assertThat(ask("greet")).isEqualTo("ONE");
    }

    private static String configuration(String apology) {
        return """
                - routeConfiguration:
                    id: apology
                    onException:
                      - onException:
                          exception: [java.lang.IllegalStateException]
                          handled: {constant: "true"}
                          steps:
                            - setBody: {constant: "%s"}
                """.formatted(apology);
    }
}
