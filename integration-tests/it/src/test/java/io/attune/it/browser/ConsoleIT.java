package io.attune.it.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByTextOptions;
import io.attune.command.Credentials;
import io.attune.command.user.Role;
import io.attune.it.environment.Environment;
import io.attune.it.environment.EnvironmentExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an engineer sees of the routes in the console. */
@ExtendWith(EnvironmentExtension.class)
class ConsoleIT {
    private static final String ROUTE = "web-events-kafka-read";
    private static final String FILE = "routes/ingest/web-events-kafka.camel.yaml";
    /** Every step of a route file has an id, the route itself too. */
    private static final Pattern STEP = Pattern.compile("^ +id: (?!" + ROUTE + "$)", Pattern.MULTILINE);
    /** The console also draws what the route's configuration adds to it. */
    private static final Pattern ERROR_HANDLING = Pattern.compile("On Exception|Redelivery Policy");

    private final Environment environment;

    ConsoleIT(Environment environment) {
        this.environment = environment;
    }

    @Test
    void drawsAsManyNodesAsTheRouteHasSteps() throws IOException {
        String file = Files.readString(environment.home().resolve(FILE));
        int steps = (int) STEP.matcher(file).results().count();

        try (Browsers browsers = Browsers.open()) {
            Page page = openConsole(browsers.browser(), environment.user(Role.ENGINEER));
            click(page, "routes");
            click(page, ROUTE);
            click(page, "Route Diagram");
            Locator nodes =
                    page.locator(".react-flow__node").filter(new Locator.FilterOptions().setHasNotText(ERROR_HANDLING));
            await().atMost(Duration.ofSeconds(30)).until(() -> nodes.count() > 0);
            Screenshots.save(page, "console-route-diagram");

            assertThat(steps).isGreaterThan(3);
            assertThat(nodes.count()).isEqualTo(steps);
        }
    }

    private Page openConsole(Browser browser, Credentials user) {
        Page page = browser.newContext(new Browser.NewContextOptions()
                        .setHttpCredentials(user.user(), user.password())
                        .setViewportSize(1600, 1000))
                .newPage();
        page.navigate(environment.nodes().first().node().console() + "camel");
        return page;
    }

    private static void click(Page page, String text) {
        page.getByText(text, new GetByTextOptions().setExact(true)).first().click();
    }
}
