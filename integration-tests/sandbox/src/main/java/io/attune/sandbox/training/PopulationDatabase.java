package io.attune.sandbox.training;

import io.attune.ingest.Mappings;
import io.attune.sandbox.population.Population;
import io.attune.sandbox.population.Progress;
import io.attune.sandbox.population.sink.Sinks;
import io.attune.sandbox.population.source.Entity;
import io.attune.sandbox.population.truth.PersonTruth;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/**
 * Fills a hub's database with what a population did, as a hub that recognized every one of them would have: the hub's own
 * mappings make the events, the truth says whose they are. Nothing else of a hub runs.
 */
public final class PopulationDatabase {
    private final Mappings mappings;

    public PopulationDatabase(Mappings mappings) {
        this.mappings = mappings;
    }

    /**
     * Writes all that happened until the population's now.
     *
     * @param connection to a migrated, empty database; one transaction
     * @return how many events there are
     */
    public long fill(Connection connection, Population population) throws SQLException {
        connection.setAutoCommit(false);
        try (HubTables tables = new HubTables(connection)) {
            EventSinks events = new EventSinks(mappings, tables);
            population.writeHistory(new Sinks(contacts -> {}, events, events), Progress.none());
            events.flush();
            for (PersonTruth person : population.truth().people()) {
                tables.profile(person.person());
            }
            for (Map.Entry<Entity, String> owned : population.truth().entities().entrySet()) {
                if (owned.getKey().namesSomebody()) {
                    tables.owner(owned.getKey(), owned.getValue());
                }
            }
            for (PersonTruth person : population.truth().people()) {
                tables.attribute(person.person(), "group", person.traits().getOrDefault("group", ""));
                tables.attribute(person.person(), "time_zone", person.traits().getOrDefault("timeZone", ""));
            }
            tables.flush();
            connection.commit();
            return events.count();
        }
    }
}
