package io.attune.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class KameletsLoadedTest extends LoadedRoutes {
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
        Shout.SAID.clear();
        heard("ONE");
    }

    private static void heard(String text) {
        await().atMost(Duration.ofSeconds(10)).until(() -> Shout.SAID.contains(text));
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
}
