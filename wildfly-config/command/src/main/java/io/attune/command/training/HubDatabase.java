package io.attune.command.training;

import io.attune.configuration.DatabaseConfiguration;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.function.Supplier;

/**
 * Where the hub keeps what happened. Training only reads it.
 *
 * @param configuration is asked when a connection is needed: a frame that was kept needs none
 */
public record HubDatabase(Supplier<DatabaseConfiguration> configuration) {

    /** A connection of the caller's own, to be closed. */
    public Connection connect() throws SQLException {
        DatabaseConfiguration database = configuration.get();
        return DriverManager.getConnection(
                database.url(), database.user(), database.password().orElse(null));
    }
}
