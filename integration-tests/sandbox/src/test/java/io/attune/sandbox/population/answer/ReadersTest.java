package io.attune.sandbox.population.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.attune.sandbox.population.ManualClock;
import io.attune.sandbox.population.MessageEffect;
import io.attune.sandbox.population.Population;
import io.attune.sandbox.population.PopulationOptions;
import io.attune.sandbox.population.RecordingSinks;
import io.attune.sandbox.population.sink.Contact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadersTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final ManualClock clock = new ManualClock(NOW);
    private final List<Message> inbox = new ArrayList<>();
    private final RecordedAnswers answers = new RecordedAnswers();
    private final RecordingSinks sinks = new RecordingSinks();

    @Test
    void peopleOpenFollowBuyAndLeave() {
        Readers readers = readers(PopulationOptions.of(8, 400, 60, NOW), 3600);
        run(readers);
        assertThat(answers.opened).isNotEmpty();
        assertThat(answers.clicked).isNotEmpty().hasSizeLessThan(answers.opened.size());
        assertThat(answers.opened).containsAll(answers.clicked);
        assertThat(answers.left).isNotEmpty();
        assertThat(readers.count(Reaction.Kind.BUY)).isPositive();
        assertThat(readers.planned()).isZero();
        assertThat(sinks.events.stream().filter(event -> event.json().contains("\"campaign\":{\"name\":\"reward\"}")))
                .isNotEmpty();
    }

    @Test
    void equalMessagesGiveEqualReactions() {
        PopulationOptions options = PopulationOptions.of(8, 100, 60, NOW);
        run(readers(options, 3600));
        List<String> first = List.copyOf(answers.opened);
        answers.opened.clear();
        inbox.clear();
        run(readers(options, 3600));
        assertThat(answers.opened).isEqualTo(first);
    }

    @Test
    void nobodyActsBeforeTheirTime() {
        Readers readers = readers(PopulationOptions.of(8, 200, 60, NOW), 1);
        readers.step();
        assertThat(answers.opened).isEmpty();
        assertThat(readers.planned()).isPositive();
        clock.advance(Duration.ofHours(26));
        readers.step();
        assertThat(answers.opened).isNotEmpty();
    }

    @Test
    void aMessageWithoutEffectSellsNothing() {
        PopulationOptions options = PopulationOptions.of(8, 300, 60, NOW).withEffect(new MessageEffect(0, 1));
        Readers readers = readers(options, 3600);
        run(readers);
        assertThat(readers.count(Reaction.Kind.BUY)).isZero();
    }

    @Test
    void theEffectIsTheKnownParameter() {
        PopulationOptions options = PopulationOptions.of(8, 2500, 10, NOW).withEffect(new MessageEffect(0.2, 1));
        Readers readers = readers(options, 100_000);
        run(readers);
        // Nine in ten people buy at all; persuasion has mean one.
        double expected = 0.2 * 0.9 * inbox.size();
        assertThat((double) readers.count(Reaction.Kind.BUY)).isCloseTo(expected, within(0.12 * expected));
    }

    @Test
    void strangersAreNotAnswered() {
        inbox.add(new Message("1", Message.Channel.EMAIL, "nobody@example.com", List.of(), Optional.empty()));
        Readers readers = Population.of(PopulationOptions.of(8, 20, 60, NOW))
                .readers(3600, position -> inbox.subList(position, inbox.size()), answers, sinks.sinks(), clock);
        readers.step();
        assertThat(readers.planned()).isZero();
    }

    /** Sends one message to every contact with an address, and one to every other phone. */
    private Readers readers(PopulationOptions options, double speed) {
        Population population = Population.of(options);
        RecordingSinks history = new RecordingSinks();
        population.writeHistory(history.sinks(), (stage, done, total) -> {});
        for (Contact contact : history.contacts) {
            Object email = contact.fields().get("Email");
            if (email != null) {
                String to = email.toString().strip().toLowerCase(Locale.ROOT);
                inbox.add(new Message(
                        contact.id(),
                        Message.Channel.EMAIL,
                        to,
                        List.of("https://shop.example.com/"),
                        Optional.of("reward")));
            }
        }
        return population.readers(
                speed, position -> inbox.subList(position, inbox.size()), answers, sinks.sinks(), clock);
    }

    private void run(Readers readers) {
        readers.step();
        for (int minute = 0; minute < 20; minute++) {
            clock.advance(Duration.ofSeconds(10));
            readers.step();
        }
    }

    private static final class RecordedAnswers implements Answers {
        private final List<String> opened = new ArrayList<>();
        private final List<String> clicked = new ArrayList<>();
        private final List<String> left = new ArrayList<>();

        @Override
        public void open(Message message, Instant at) {
            opened.add(message.id());
        }

        @Override
        public void click(Message message, Instant at) {
            clicked.add(message.id());
        }

        @Override
        public void unsubscribe(Message message, Instant at) {
            left.add(message.id());
        }

        @Override
        public void stop(Message message, Instant at) {
            left.add(message.id());
        }
    }
}
