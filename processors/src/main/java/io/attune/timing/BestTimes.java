package io.attune.timing;

import io.attune.profile.ProfileStore;
import io.attune.registry.KindRegistry;
import io.attune.sendtime.Reader;
import io.attune.sendtime.SendTime;
import io.attune.sendtime.SendTimes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntPredicate;
import org.jdbi.v3.core.Handle;

/**
 * Says when to write to the people of the hub, by the model of the kind {@code send_time} that is the champion. Thread-safe;
 * joins the caller's transaction.
 */
public final class BestTimes {
    private static final Duration REMEMBERED = Duration.ofDays(730);

    private final MessageHistory history;
    private final KindRegistry<SendTimes> registry;
    private final ZoneId otherwise;
    private final Clock clock;

    /** @param otherwise the zone of people whose own is not known */
    public BestTimes(ProfileStore profiles, KindRegistry<SendTimes> registry, ZoneId otherwise, Clock clock) {
        history = new MessageHistory(profiles);
        this.registry = registry;
        this.otherwise = otherwise;
        this.clock = clock;
    }

    /** The models, so that changes of the registry are taken in. */
    public KindRegistry<SendTimes> registry() {
        return registry;
    }

    /** The only model of its kind; empty when there is none, or more than one. */
    public Optional<SendTimes> only() {
        return registry.champions().size() == 1 ? registry.champions().stream().findFirst() : Optional.empty();
    }

    /**
     * The best hour to come for each person.
     *
     * @param within how far ahead to look; seven days see every hour of the week
     * @param allowed hours of the day, on the person's own clock, in which one may write
     * @return without those for whom no hour is allowed; nobody when there is no model
     */
    public Map<UUID, SendTime> best(Handle handle, Collection<UUID> profiles, Duration within, IntPredicate allowed) {
        Optional<SendTimes> model = only();
        Map<UUID, SendTime> times = new HashMap<>();
        if (model.isEmpty() || profiles.isEmpty()) {
            return times;
        }
        Instant now = clock.instant();
        Map<UUID, Reader> readers = history.of(handle, profiles, now.minus(REMEMBERED), now, otherwise);
        readers.forEach((profile, reader) ->
                model.get().best(reader, now, within, allowed).ifPresent(time -> times.put(profile, time)));
        return times;
    }
}
