package io.attune.it.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import io.attune.it.environment.Environment;
import io.attune.it.environment.EnvironmentExtension;
import io.attune.it.oracle.RecordBooks;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the browser library sends from a page of another site, and what it does not. */
@ExtendWith(EnvironmentExtension.class)
class SnippetIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PRIVATE = "Object.defineProperty(navigator, 'globalPrivacyControl', {value: true})";

    private final Environment environment;
    private final RecordBooks books;
    private final List<JsonNode> calls = new CopyOnWriteArrayList<>();
    private HttpServer site;

    SnippetIT(Environment environment) {
        this.environment = environment;
        this.books = new RecordBooks(environment.database());
    }

    @BeforeEach
    void openTheSite() throws IOException {
        URI hub = environment.nodes().first().node().url();
        byte[] html = ("<!doctype html><title>Shop</title><script>window.attune = [['page']]</script><script src='"
                        + hub.resolve("/attune.js") + "' data-write-key='"
                        + environment.sandbox().secrets().webWriteKey() + "'></script>")
                .getBytes(StandardCharsets.UTF_8);
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, html.length);
            exchange.getResponseBody().write(html);
            exchange.close();
        });
        site.start();
    }

    @AfterEach
    void closeTheSite() {
        site.stop(0);
    }

    @Test
    void sendsWhatTheVisitorDoes() {
        try (Browsers browsers = Browsers.open();
                BrowserContext visitor = browsers.browser().newContext()) {
            Page page = open(visitor);
            page.evaluate("attune.identify('snippet-user', {firstName: 'Ida'})");
            page.evaluate("attune.track('Product Viewed', {product_id: 'P1'})");

            awaitEvents(page, "page", "identify", "track");
        }
    }

    @Test
    void sendsNothingOfWhoAsksForPrivacyUntilTheyAgree() {
        try (Browsers browsers = Browsers.open();
                BrowserContext visitor = browsers.browser().newContext()) {
            visitor.addInitScript(PRIVATE);
            Page page = open(visitor);
            page.evaluate("attune.track('Product Viewed', {product_id: 'P1'})");
            assertThat(page.evaluate("Object.keys(localStorage).length")).isEqualTo(0);

            page.evaluate("attune.consent({email_marketing: true})");
            page.evaluate("attune.identify('private-user', {})");

            awaitEvents(page, "identify", "identify");
            page.evaluate("attune.optOut()");
            page.evaluate("attune.track('Product Added', {})");
            assertThat(page.evaluate("localStorage.getItem('attune.anonymousId')"))
                    .isNull();
        }
    }

    private Page open(BrowserContext visitor) {
        Page page = visitor.newPage();
        page.onRequest(request -> {
            if (request.url().endsWith("/v1/batch")) {
                calls.add(json(request.postData()));
            }
        });
        page.navigate("http://127.0.0.1:" + site.getAddress().getPort() + "/");
        return page;
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("the library sent no JSON", broken);
        }
    }

    /** Waits until all that was sent are events, of these kinds and of one person. */
    private void awaitEvents(Page page, String... types) {
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            // What the browser asked for is told during calls to it only.
            page.evaluate("0");
            List<String> sent = sent("messageId");
            assertThat(sent("type")).containsExactlyInAnyOrder(types);
            assertThat(books.events(sent)).isEqualTo(types.length);
            assertThat(books.people(sent)).isEqualTo(1);
        });
    }

    private List<String> sent(String field) {
        return calls.stream()
                .flatMap(call -> StreamSupport.stream(call.path("batch").spliterator(), false))
                .map(event -> event.path(field).asText())
                .toList();
    }
}
