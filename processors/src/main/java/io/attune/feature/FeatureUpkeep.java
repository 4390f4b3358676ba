package io.attune.feature;

import io.attune.database.Database;
import io.attune.feature.calculation.Population;
import io.attune.feature.calculation.Survey;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What features need beside events (bean {@code upkeep}): counts the past again when a measure was added or changed, and surveys
 * the population once a day. Thread-safe; two runs at once do the same work twice and no harm.
 */
public final class FeatureUpkeep {
    private static final Logger LOG = LoggerFactory.getLogger(FeatureUpkeep.class);

    private static final int CHUNK = 1_000;
    private static final UUID FIRST = new UUID(0, 0);
    private static final double GROWTH = 1.1;

    private final Database database;
    private final FeatureService features;
    private final Supplier<String> release;
    private final Clock clock;
    private final PopulationStore populations = new PopulationStore();
    private final CountedMeasures counted = new CountedMeasures();

    /**
     * Makes it.
     *
     * @param release the hash of the release that the node runs
     */
    public FeatureUpkeep(Database database, FeatureService features, Supplier<String> release, Clock clock) {
        this.database = database;
        this.features = features;
        this.release = release;
        this.clock = clock;
    }

    /** Notes, when nothing was counted yet, by which measures this hub counts: nothing is to be counted again then. */
    public void begin() {
        database.useTransaction(handle -> {
            if (counted.nothing(handle)) {
                counted.note(handle, features.definitions().measuresHash(), clock.instant());
            }
        });
    }

    /** Does what is due; the profiles whose past was counted again are left to the re-scoring job. */
    public void run() {
        recountWhereMeasuresChanged();
        if (features.definitions().needsPopulation()) {
            surveyWhereDue();
        }
    }

    private void recountWhereMeasuresChanged() {
        String measures = features.definitions().measuresHash();
        if (database.inTransaction(handle -> counted.by(handle)).equals(Optional.of(measures))) {
            return;
        }
        long profiles = 0;
        for (List<UUID> chunk = next(FIRST); !chunk.isEmpty(); chunk = next(chunk.get(chunk.size() - 1))) {
            List<UUID> locking = chunk;
            database.useTransaction(handle -> recount(handle, locking));
            profiles += chunk.size();
        }
        database.useTransaction(handle -> counted.note(handle, measures, clock.instant()));
        LOG.info("Measures changed: the days of {} profiles were counted again", profiles);
    }

    private void recount(Handle handle, List<UUID> chunk) {
        List<UUID> locked = handle.createQuery("""
                        select profile_id from profile
                        where profile_id = any(:profiles) and merged_into is null order by profile_id for update
                        """)
                .bindArray("profiles", UUID.class, chunk)
                .mapTo(UUID.class)
                .list();
        features.recount(handle, locked);
        handle.createUpdate("""
                        update profile set deferred_at = :now where profile_id = any(:profiles) and deferred_at is null
                        """)
                .bind("now", clock.instant())
                .bindArray("profiles", UUID.class, locked)
                .execute();
    }

    private void surveyWhereDue() {
        Instant midnight = clock.instant().truncatedTo(ChronoUnit.DAYS);
        long people = database.inTransaction(FeatureUpkeep::people);
        boolean current = database.inTransaction(populations::latest)
                .filter(latest -> !latest.asOf().isBefore(midnight))
                .filter(latest -> latest.release().equals(release.get()))
                .filter(latest -> people <= latest.people() * GROWTH)
                .isPresent();
        if (!current && people > 0) {
            survey(midnight, people);
        }
    }

    private void survey(Instant asOf, long people) {
        Survey survey = features.definitions().survey(asOf);
        Sample sample = Sample.of(people);
        for (List<UUID> chunk = next(FIRST); !chunk.isEmpty(); chunk = next(chunk.get(chunk.size() - 1))) {
            List<UUID> asked = chunk.stream().filter(sample::includes).toList();
            database.useTransaction(handle -> features.survey(handle, named(handle, asked), survey));
        }
        Population population = survey.result();
        Population stored = database.inTransaction(
                handle -> populations.add(handle, population, people, clock.instant(), release.get()));
        LOG.info(
                "Surveyed {} of {} people as of {}: population version {}, {} quantiles, lifetime models of {}",
                survey.people(),
                people,
                asOf,
                stored.version(),
                stored.quantiles().size(),
                stored.lifetimes().keySet());
    }

    private List<UUID> next(UUID after) {
        return database.inTransaction(handle -> handle.createQuery("""
                        select profile_id from profile where merged_into is null and profile_id > :after
                        order by profile_id limit :limit
                        """)
                .bind("after", after)
                .bind("limit", CHUNK)
                .mapTo(UUID.class)
                .list());
    }

    private static long people(Handle handle) {
        return handle.createQuery("select count(*) from profile where merged_into is null")
                .mapTo(Long.class)
                .one();
    }

    // Whoever is named by nothing is a receipt that can never return, as for training.
    private static List<UUID> named(Handle handle, List<UUID> profiles) {
        return handle.createQuery("""
                        select profile_id from unnest(:profiles) as asked (profile_id) where exists (
                          select from membership m join node_identifier named on named.node_id = m.node_id
                          where m.profile_id = asked.profile_id and m.until is null)
                        """)
                .bindArray("profiles", UUID.class, profiles)
                .mapTo(UUID.class)
                .list();
    }
}
