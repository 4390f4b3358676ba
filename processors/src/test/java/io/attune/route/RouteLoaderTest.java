package io.attune.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouteLoaderTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

    @TempDir
    private Path folder;

    @TempDir
    private Path kamelets;

    private DefaultCamelContext context;
    private RouteLoader loader;

    @BeforeEach
    void start() {
        context = new DefaultCamelContext();
        context.getPropertiesComponent().addInitialProperty("greeting", "hello");
        context.getRegistry().bind("shout", new Shout());
        SAID.clear();
        context.start();
        loader = new RouteLoader(context, folder, kamelets, CLOCK);
    }

    @AfterEach
    void stop() {
        context.stop();
    }

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

    @Test
    void kameletIsReadFromItsFolderAndChangesWithItsFile() throws IOException {
        kamelet("greeting-source", "one", "timer:greeting?delay=0&period=20");
        write("greet.camel.yaml", listener("kamelet:greeting-source"));
        assertThat(loader.refresh().complete()).as("%s", loader.report()).isTrue();
        heard("ONE");

        kamelet("greeting-source", "two", "timer:greeting?delay=0&period=20");
        loader.refresh();
        heard("TWO");
        assertThat(context.getRoutes()).as("the route and its Kamelet's").hasSize(2);

        Files.delete(folder.resolve("greet.camel.yaml"));
        loader.refresh();
        assertThat(context.getRoutes())
                .as("a Kamelet does not read on without its route")
                .isEmpty();
    }

    @Test
    void routeWithAKameletThatIsMissingOrBrokenChangesNothingAndSaysWhy() throws IOException {
        kamelet("greeting-source", "one", "timer:greeting?delay=0&period=20");
        write("greet.camel.yaml", listener("kamelet:greeting-source"));
        loader.refresh();

        write("greet.camel.yaml", listener("kamelet:nosuch-source"));
        assertThat(loader.refresh().broken())
                .singleElement()
                .satisfies(file -> assertThat(file.problem())
                        .hasValueSatisfying(problem -> assertThat(problem).contains("nosuch-source")));

        write("greet.camel.yaml", listener("kamelet:greeting-source"));
        loader.refresh();
        kamelet("greeting-source", "two", "nosuch:greeting");
        assertThat(loader.refresh().broken())
                .singleElement()
                .satisfies(file -> assertThat(file.problem())
                        .hasValueSatisfying(problem -> assertThat(problem).contains("nosuch")));
        assertThat(context.getRoute("greet")).as("the old one runs on").isNotNull();
        SAID.clear();
        heard("ONE");
    }

    private static void heard(String text) {
        await().atMost(Duration.ofSeconds(10)).until(() -> SAID.contains(text));
    }

    private void kamelet(String name, String says, String from) throws IOException {
        Files.writeString(kamelets.resolve(name + ".kamelet.yaml"), """
                apiVersion: camel.apache.org/v1
                kind: Kamelet
                metadata:
                  name: %s
                  labels: {camel.apache.org/kamelet.type: source}
                spec:
                  definition: {title: Greeting, description: Says something, type: object}
                  template:
                    from:
                      uri: "%s"
                      steps:
                        - setBody: {constant: "%s"}
                        - to: kamelet:sink
                """.formatted(name, from, says));
    }

    private static String listener(String from) {
        return """
                - route:
                    id: greet
                    description: Hears something, loudly
                    from:
                      uri: %s
                      steps:
                        - bean: {ref: shout, method: aloud}
                """.formatted(from);
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

    private String ask(String name) {
        return context.createFluentProducerTemplate()
                .to("direct:" + name)
                .withBody("")
                .request(String.class);
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static String route(String id, String body) {
        return """
                - route:
                    id: %1$s
                    description: Says something, loudly
                    from:
                      uri: direct:%1$s
                      steps:
                        - setBody: {constant: "%2$s"}
                        - bean: {ref: shout, method: aloud}
                """.formatted(id, body);
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

    /** A bean that only the live context knows. */
    public static final class Shout {
        public String aloud(String text) {
            SAID.add(text.toUpperCase(java.util.Locale.ROOT));
            return text.toUpperCase(java.util.Locale.ROOT);
        }
    }
}
