package io.attune.sendtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SendTimesTest {
    private static final Instant NOW = Instant.parse("2026-06-01T09:30:00Z"); // a Monday
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final double[] EVEN = even();
    private static final SendTimes TIMES = new SendTimes(new SendTimeModel(10_000, 3, 8, EVEN));

    @Test
    void saysOfAStrangerWhatEverybodyDoes() {
        double[] rates = EVEN.clone();
        rates[20] = 0.3; // Monday at eight in the evening
        SendTimeModel model = new SendTimeModel(180, 3, 8, rates);

        assertThat(model.of(new Tally())).containsExactly(rates);
        assertThat(new SendTimes(model).best(stranger(ZoneOffset.UTC), NOW, Duration.ofDays(7), hour -> true))
                .hasValueSatisfying(best -> {
                    assertThat(best.hour().index()).isEqualTo(18);
                    assertThat(best.at()).isEqualTo(Instant.parse("2026-06-01T18:00:00Z"));
                    assertThat(best.openings()).isZero();
                });
    }

    @Test
    void comesToOnesOwnRateWithMuchMail() {
        List<ReceivedMessage> messages = new ArrayList<>();
        for (int day = 1; day <= 2_000; day++) {
            Instant delivered = Instant.parse("2026-06-01T06:00:00Z").minus(Duration.ofDays(day));
            messages.add(new ReceivedMessage(
                    delivered, day % 4 == 0 ? Optional.empty() : Optional.of(delivered.plus(Duration.ofHours(13)))));
        }
        double[] rates =
                new SendTimeModel(1e9, 3, 8, EVEN).of(Tally.of(new Reader(ZoneOffset.UTC, messages), NOW, 1e9));

        // At seven in the evening three of four messages of the day are opened; one in two days of waiting is another.
        double opened = 0.5 * 1_500;
        double waited = 1_500 + 2 * 500;
        assertThat(rates[19]).isCloseTo(opened / waited, within(0.01));
        assertThat(rates[4]).isLessThan(0.001);
    }

    @Test
    void liesBetweenEverybodyAndOneself() {
        Reader evening = evening(ZoneOffset.UTC, 3);
        double everybody = TIMES.week(stranger(ZoneOffset.UTC), NOW)[19];
        double few = TIMES.week(evening, NOW)[19];
        double many = TIMES.week(evening(ZoneOffset.UTC, 30), NOW)[19];

        assertThat(everybody).isLessThan(few);
        assertThat(few).isLessThan(many);
    }

    @Test
    void findsTheHourOnTheReadersOwnClock() {
        assertThat(best(evening(BERLIN, 20)).at()).isEqualTo(Instant.parse("2026-06-01T16:00:00Z"));
        assertThat(best(evening(ZoneOffset.UTC, 20)).at()).isEqualTo(Instant.parse("2026-06-01T18:00:00Z"));
        assertThat(best(evening(ZoneId.of("Asia/Kolkata"), 20)).at()).isEqualTo(Instant.parse("2026-06-01T12:30:00Z"));
    }

    @Test
    void keepsToTheHoursInWhichOneMayWrite() {
        assertThat(TIMES.best(evening(BERLIN, 20), NOW, Duration.ofDays(1), hour -> hour >= 9 && hour < 17))
                .hasValueSatisfying(best -> assertThat(best.hour().hour()).isBetween(9, 16));
        assertThat(TIMES.best(evening(BERLIN, 20), NOW, Duration.ofDays(1), hour -> false))
                .isEmpty();
    }

    @Test
    void forgetsOldHabits() {
        List<ReceivedMessage> messages = new ArrayList<>(mornings(200, 400));
        messages.addAll(evening(ZoneOffset.UTC, 20).messages());
        Reader changed = new Reader(ZoneOffset.UTC, messages);

        assertThat(new SendTimes(new SendTimeModel(20, 3, 8, EVEN))
                        .best(changed, NOW, Duration.ofDays(1), hour -> true)
                        .orElseThrow()
                        .hour()
                        .hour())
                .isEqualTo(18);
        assertThat(best(changed).hour().hour()).isLessThan(12);
    }

    @Test
    void neverLooksAhead() {
        Instant delivered = NOW.minus(Duration.ofHours(5));
        Reader later = new Reader(
                ZoneOffset.UTC,
                List.of(
                        new ReceivedMessage(delivered, Optional.of(NOW.plus(Duration.ofHours(1)))),
                        new ReceivedMessage(NOW.plusSeconds(1), Optional.empty())));
        Reader unopened = new Reader(ZoneOffset.UTC, List.of(new ReceivedMessage(delivered, Optional.empty())));

        assertThat(TIMES.week(later, NOW)).containsExactly(TIMES.week(unopened, NOW));
    }

    @Test
    void beatsOneHourForAllOnPeopleOfTwoHabits() {
        Random random = new Random(3);
        List<Reader> readers = new ArrayList<>();
        for (int person = 0; person < 400; person++) {
            int hour = person % 3 == 0 ? 21 : 8;
            List<ReceivedMessage> messages = new ArrayList<>();
            for (int week = 0; week < 40; week++) {
                Instant delivered = Instant.parse("2026-05-31T06:00:00Z").minus(Duration.ofDays(7L * week));
                messages.add(new ReceivedMessage(
                        delivered,
                        random.nextDouble() < 0.3
                                ? Optional.of(
                                        delivered.plus(Duration.ofMinutes((hour - 6) * 60L + random.nextInt(120))))
                                : Optional.empty()));
            }
            readers.add(new Reader(ZoneOffset.UTC, messages));
        }

        SendTimeTraining.Trained trained =
                new SendTimeTraining(readers, Duration.ofDays(60), 3, progress -> {}).learn(NOW);
        SendTimeJudgement judgement = trained.judgement();

        assertThat(judgement.openings()).isGreaterThan(500);
        assertThat(judgement.hitRate()).isGreaterThan(0.95);
        assertThat(judgement.populationHitRate()).isBetween(0.6, 0.72);
        assertThat(judgement.logLoss()).isLessThan(judgement.populationLogLoss());
        assertThat(trained.trials()).hasSize(24);
    }

    @Test
    void saysWhenThereIsNothingToLearnFrom() {
        assertThatThrownBy(() -> new SendTimeTraining(List.of(stranger(BERLIN)), Duration.ofDays(60), 3, progress -> {})
                        .learn(NOW))
                .hasMessageContaining("load a longer history");
    }

    private static SendTime best(Reader reader) {
        return TIMES.best(reader, NOW, Duration.ofDays(7), hour -> true).orElseThrow();
    }

    private static Reader stranger(ZoneId zone) {
        return new Reader(zone, List.of());
    }

    /** Somebody who opened each message at half past seven in the evening, by the own clock. */
    private static Reader evening(ZoneId zone, int messages) {
        List<ReceivedMessage> received = new ArrayList<>();
        for (int day = 1; day <= messages; day++) {
            Instant delivered = NOW.atZone(zone)
                    .toLocalDate()
                    .minusDays(day)
                    .atTime(6, 0)
                    .atZone(zone)
                    .toInstant();
            received.add(new ReceivedMessage(delivered, Optional.of(delivered.plus(Duration.ofMinutes(810)))));
        }
        return new Reader(zone, received);
    }

    private static List<ReceivedMessage> mornings(int from, int count) {
        List<ReceivedMessage> received = new ArrayList<>();
        for (int day = from; day < from + count; day++) {
            Instant delivered = Instant.parse("2026-06-01T06:00:00Z").minus(Duration.ofDays(day));
            received.add(new ReceivedMessage(delivered, Optional.of(delivered.plus(Duration.ofMinutes(90)))));
        }
        return received;
    }

    private static double[] even() {
        double[] rates = new double[WeekHour.COUNT];
        Arrays.fill(rates, 0.02);
        return rates;
    }
}
