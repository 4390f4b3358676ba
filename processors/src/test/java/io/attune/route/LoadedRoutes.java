package io.attune.route;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder of routes and one of Kamelets that a context runs, for tests of their loading; each extends this. */
abstract class LoadedRoutes {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    @TempDir
    Path kamelets;

    DefaultCamelContext context;
    RouteLoader loader;

    @BeforeEach
    void start() {
        context = new DefaultCamelContext();
        context.getPropertiesComponent().addInitialProperty("greeting", "hello");
        context.getRegistry().bind("shout", new Shout());
        Shout.SAID.clear();
        context.start();
        loader = new RouteLoader(context, folder, kamelets, CLOCK);
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    String ask(String name) {
        return context.createFluentProducerTemplate()
                .to("direct:" + name)
                .withBody("")
                .request(String.class);
    }

    void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    static String route(String id, String body) {
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
}
