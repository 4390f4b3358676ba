package io.attune.it.oracle;

import io.attune.feature.Activity;
import io.attune.feature.ActivityRow;
import io.attune.feature.FeatureDefinitionReader;
import io.attune.feature.FeatureDefinitions;
import io.attune.feature.PopulationStore;
import io.attune.feature.VectorComputation;
import io.attune.profile.FeatureValues;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * Computes every stored vector again, from the events alone and as of its own moment, and names those that differ. It reads
 * by SQL of its own; what it shares with the hub is the computation of a vector, not the day aggregates that the hub keeps.
 */
public final class FeatureRecount {
    private final Jdbi database;
    private final FeatureDefinitions definitions;
    private final VectorComputation computation;
    private final PopulationStore populations = new PopulationStore();

    /**
     * A recount.
     *
     * @param definitions the folder {@code mojo-models/definitions}
     */
    public FeatureRecount(Jdbi database, Path definitions) {
        this.database = database;
        this.definitions = FeatureDefinitionReader.read(definitions);
        this.computation = new VectorComputation(this.definitions);
    }

    /** A line for every profile whose stored vector is not that of its events; empty when all is well. */
    public List<String> differences() {
        // One moment for both readings: events go on coming in, such as those of messages that were delivered.
        return database.inTransaction(
                TransactionIsolationLevel.REPEATABLE_READ,
                handle -> differences(handle, activities(handle), stored(handle)));
    }

    private List<String> differences(Handle handle, Map<UUID, List<Activity>> activities, List<Stored> vectors) {
        List<String> differences = new ArrayList<>();
        for (Stored stored : vectors) {
            Map<String, Object> expected = computation
                    .fromActivities(
                            activities.getOrDefault(stored.profile(), List.of()),
                            stored.asOf(),
                            populations.version(handle, stored.population()))
                    .values();
            if (!expected.equals(stored.features())) {
                differences.add(stored.profile() + " as of " + stored.asOf() + " should be " + expected + " and is "
                        + stored.features());
            }
        }
        return differences;
    }

    /** How many vectors there are to compare. */
    public int size() {
        return database.withHandle(FeatureRecount::stored).size();
    }

    private record Stored(UUID profile, Instant asOf, Map<String, Object> features, long population) {}

    private static List<Stored> stored(Handle handle) {
        return handle.createQuery("""
                        select v.profile_id, v.as_of, v.features::text as features, v.population
                        from feature_vector v join profile p using (profile_id)
                        where p.deferred_at is null and p.merged_into is null
                        """)
                .map((row, context) -> new Stored(
                        row.getObject(1, UUID.class),
                        instant(row, "as_of"),
                        FeatureValues.parse(row.getString(3)),
                        row.getLong(4)))
                .list();
    }

    private Map<UUID, List<Activity>> activities(Handle handle) {
        Map<UUID, List<Activity>> byProfile = new HashMap<>();
        handle.createQuery("select m.profile_id, " + ActivityRow.columns(":detailed") + """
                        from event e join membership m on m.node_id = e.node_id and m.until is null
                        """)
                .bindArray("detailed", String.class, definitions.detailedEventTypes())
                .map((row, context) -> Map.entry(row.getObject("profile_id", UUID.class), ActivityRow.read(row)))
                .forEach(entry -> byProfile
                        .computeIfAbsent(entry.getKey(), any -> new ArrayList<>())
                        .add(entry.getValue()));
        return byProfile;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
