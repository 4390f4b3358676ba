package io.attune.sandbox.population;

import io.attune.sandbox.population.buying.PurchaseProcess;
import io.attune.sandbox.population.person.People;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What decides a population: equal options give equal histories, down to the byte.
 *
 * @param people how many there are by {@code now}
 * @param days length of the history
 * @param now when the history ends, to the second
 * @param process repeat purchases and drop-out over people
 * @param effect of the hub's messages
 * @param truthFolder where the truth is kept; nowhere but in memory if empty
 */
public record PopulationOptions(
        long seed,
        int people,
        int days,
        Instant now,
        PurchaseProcess process,
        MessageEffect effect,
        Optional<Path> truthFolder) {
    /** Mean 1 purchase in 28 days while active, mean drop-out after one in five repeat purchases. */
    private static final PurchaseProcess STANDARD_PROCESS = new PurchaseProcess(1.1, 31, 1.2, 4.8);

    public PopulationOptions {
        if (people < 1 || people > People.MAXIMUM) {
            throw new IllegalArgumentException("people must be from 1 to " + People.MAXIMUM + ", not " + people);
        }
        if (days < 1 || days > 3650) {
            throw new IllegalArgumentException("days must be from 1 to 3650, not " + days);
        }
        now = now.truncatedTo(ChronoUnit.SECONDS);
    }

    public static PopulationOptions of(long seed, int people, int days, Instant now) {
        return new PopulationOptions(
                seed, people, days, now, STANDARD_PROCESS, MessageEffect.standard(), Optional.empty());
    }

    public PopulationOptions withTruthIn(Path folder) {
        return new PopulationOptions(seed, people, days, now, process, effect, Optional.of(folder));
    }

    public PopulationOptions withEffect(MessageEffect changed) {
        return new PopulationOptions(seed, people, days, now, process, changed, truthFolder);
    }
}
