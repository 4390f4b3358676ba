package io.attune.sendtime;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.scoring.ModelCard;
import io.attune.scoring.ModelException;
import io.attune.scoring.ModelFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Finds when to write to whom, from a version's folder. Immutable and safe to share between threads. */
public final class SendTimes {
    /** The kind as the registry names it. */
    public static final String KIND = "send_time";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SendTimeModel model;

    public SendTimes(SendTimeModel model) {
        this.model = model;
    }

    /**
     * Loads a version's folder, which holds {@code model.json} and {@code card.json}.
     *
     * @throws ModelException when one is missing or damaged
     */
    public static SendTimes load(Path version) {
        ModelCard card = ModelCard.read(version.resolve("card.json"));
        Path file = version.resolve("model.json");
        byte[] content = ModelFile.read(file, card.digest());
        try {
            return new SendTimes(JSON.readValue(content, SendTimeModel.class));
        } catch (IOException e) {
            throw new ModelException(
                    ModelException.Code.MODEL_UNREADABLE,
                    file + " is no model of send times that this version reads (" + e.getMessage()
                            + "): train the model again",
                    e);
        }
    }

    /** As it would have been judged on the messages from a moment until another; empty when nobody opened any. */
    public Optional<SendTimeJudgement> judge(List<Reader> readers, Instant asOf, Instant until) {
        return new Judge(model, asOf, until).judge(readers);
    }

    /** For every hour of the week, the probability that a message sent then is opened within the window. */
    public double[] week(Reader reader, Instant now) {
        return model.chances(model.of(Tally.of(reader, now, model.halfLifeDays())));
    }

    /**
     * The best hour to come.
     *
     * @param within how far ahead to look; a week sees every hour
     * @param allowed hours of the day on the reader's clock, from 0 to 23, in which one may write
     * @return empty when no hour is allowed
     */
    public Optional<SendTime> best(Reader reader, Instant now, Duration within, IntPredicate allowed) {
        Tally own = Tally.of(reader, now, model.halfLifeDays());
        double[] chances = model.chances(model.of(own));
        Optional<SendTime> best = Optional.empty();
        for (Instant at = now; at.isBefore(now.plus(within)); at = nextHour(at, reader)) {
            WeekHour hour = WeekHour.of(at, reader.zone());
            double chance = chances[hour.index()];
            boolean better = best.map(SendTime::probability).orElse(-1.0) < chance;
            if (better && allowed.test(hour.hour())) {
                best = Optional.of(new SendTime(at, hour, chance, own.messagesOpened()));
            }
        }
        return best;
    }

    // Some zones lie half an hour or three quarters from the others, so that their hours begin elsewhere.
    private static Instant nextHour(Instant at, Reader reader) {
        return at.atZone(reader.zone())
                .truncatedTo(ChronoUnit.HOURS)
                .plusHours(1)
                .toInstant();
    }
}
