package io.attune.sandbox.population.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.attune.sandbox.http.Json;
import io.attune.sandbox.http.LocalServer;
import io.attune.sandbox.http.Request;
import io.attune.sandbox.http.Response;
import io.attune.sandbox.population.ManualClock;
import io.attune.sandbox.population.Population;
import io.attune.sandbox.population.PopulationOptions;
import io.attune.sandbox.population.Progress;
import io.attune.sandbox.population.RecordingSinks;
import io.attune.sandbox.population.answer.Reaction;
import io.attune.sandbox.population.answer.Readers;
import io.attune.sandbox.population.person.People;
import io.attune.sandbox.population.person.Window;
import io.attune.sandbox.standin.Services;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people do about messages reaches the hub by the webhooks of the stand-ins. */
class AnsweredMessagesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final int PEOPLE = 150;
    private static final PopulationOptions OPTIONS = PopulationOptions.of(12, PEOPLE, 60, NOW);

    @TempDir
    private Path folder;

    private final List<Request> received = new CopyOnWriteArrayList<>();
    private final ManualClock clock = new ManualClock(NOW);
    private Services services;
    private LocalServer hub;

    @BeforeEach
    void start() {
        services = new Services(folder);
        hub = new LocalServer(0);
        hub.mount("/", request -> {
            received.add(request);
            return Response.empty(200);
        });
        hub.start();
        services.standIns().hubListensAt(hub.url());
    }

    @AfterEach
    void stop() {
        services.close();
        hub.close();
    }

    @Test
    void theHubHearsOfEachAnswer() throws IOException, InterruptedException {
        Population population = Population.of(OPTIONS);
        population.writeHistory(new RecordingSinks().sinks(), Progress.none());
        writeToEverybody(population);
        RecordingSinks sinks = new RecordingSinks();
        Readers readers = population.readers(
                100_000,
                new SandboxInbox(services.standIns()),
                new SandboxAnswers(services.standIns()),
                sinks.sinks(),
                clock);
        for (int step = 0; step < 10; step++) {
            readers.step();
            clock.advance(Duration.ofSeconds(1));
        }

        long opens = readers.count(Reaction.Kind.OPEN);
        long clicks = readers.count(Reaction.Kind.CLICK);
        assertThat(opens).isPositive();
        assertThat(readers.planned()).isZero();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(mails("open")).isEqualTo(opens);
            assertThat(mails("click")).isEqualTo(clicks);
            assertThat(received.stream().filter(AnsweredMessagesTest::leaves).count())
                    .isEqualTo(readers.count(Reaction.Kind.UNSUBSCRIBE));
        });
        assertThat(sinks.events).isNotEmpty();
    }

    private void writeToEverybody(Population population) throws IOException, InterruptedException {
        People people = new People(
                OPTIONS.seed(), new Window(NOW, OPTIONS.days()), PEOPLE, population.catalogue(), OPTIONS.process());
        for (int index = 0; index < PEOPLE; index++) {
            services.mandrill(
                    "/messages/send", mail(people.person(index).identity().email()));
            services.text(Map.of(
                    "To",
                    people.person(index).identity().phone().e164(),
                    "From",
                    Services.SENDER,
                    "Body",
                    "We miss you"));
        }
        assertThat(services.standIns().inbox().size()).isEqualTo(2L * PEOPLE);
    }

    private String mail(String to) {
        return String.format(Locale.ROOT, """
                "message":{"html":"<a href=\\"https://shop.example.com/products/tea\\">Tea</a>","subject":"Hello",
                "from_email":"shop@example.com","from_name":"Shop","to":[{"email":"%s","type":"to"}],
                "metadata":{"campaign":"reward"},"track_opens":true,"track_clicks":true,
                "headers":{"List-Unsubscribe":"<%s/v1/unsubscribe/t>","List-Unsubscribe-Post":"List-Unsubscribe=One-Click"}}
                """, to, hub.url());
    }

    private static boolean leaves(Request request) {
        return request.path().startsWith("/v1/unsubscribe/") || request.path().equals("/v1/feedback/twilio/inbound");
    }

    private long mails(String event) {
        return received.stream()
                .filter(request -> request.path().equals("/v1/feedback/mandrill"))
                .flatMap(request -> {
                    try {
                        return Json.MAPPER
                                .readTree(request.form().get("mandrill_events").get(0))
                                .valueStream();
                    } catch (JsonProcessingException e) {
                        throw new AssertionError(e);
                    }
                })
                .filter(one -> one.path("event").asText().equals(event))
                .count();
    }
}
