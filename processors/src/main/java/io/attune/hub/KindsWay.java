package io.attune.hub;

import io.attune.content.PersonalRecommendations;
import io.attune.recommendation.ShopRecommender;
import io.attune.registry.KindRegistry;
import io.attune.scoring.ModelProblem;
import io.attune.sendtime.SendTime;
import io.attune.sendtime.SendTimes;
import io.attune.timing.BestTimes;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** What serves the models that score nobody: recommendations and send times. */
public final class KindsWay {
    private static final int MORNING = 8;
    private static final int EVENING = 21;

    private final PersonalRecommendations recommendations;
    private final BestTimes times;

    KindsWay(Foundation foundation) {
        Path registry = foundation.definition("mojo-models/registry");
        var clock = foundation.surroundings.clock();
        recommendations = new PersonalRecommendations(
                KindRegistry.open(registry, ShopRecommender.KIND, ShopRecommender::load), clock);
        times = new BestTimes(
                foundation.profiles,
                KindRegistry.open(registry, SendTimes.KIND, SendTimes::load),
                ZoneOffset.UTC,
                clock);
    }

    public PersonalRecommendations recommendations() {
        return recommendations;
    }

    public BestTimes times() {
        return times;
    }

    /** Reads their registry again; what is broken keeps what it had. */
    public void reload() {
        recommendations.registry().reload();
        times.registry().reload();
    }

    /** Models that cannot be used, and why; empty when all is well. */
    public List<ModelProblem> problems() {
        return Stream.concat(recommendations.registry().problems().stream(), times.registry().problems().stream())
                .distinct()
                .toList();
    }

    /** For campaigns whose messages go at the best time, between eight in the morning and nine in the evening. */
    Map<UUID, Instant> best(Handle handle, Collection<UUID> profiles, Duration within) {
        Map<UUID, Instant> moments = new HashMap<>();
        Map<UUID, SendTime> best = times.best(handle, profiles, within, hour -> hour >= MORNING && hour < EVENING);
        best.forEach((profile, time) -> moments.put(profile, time.at()));
        return moments;
    }
}
