package io.attune.sandbox.postgres;

import io.attune.sandbox.SandboxException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The two databases and who may do what: {@code attune} belongs to the hub's user; in {@code pos} the till writes and the
 * hub only reads, as a shop would allow.
 */
public final class Databases {
    private final PostgresServer server;

    public Databases(PostgresServer server) {
        this.server = server;
    }

    /** May be repeated: it creates what is missing. */
    public void create(String databasePassword, String posPassword, String tillPassword) {
        role("attune", databasePassword);
        role("pos", posPassword);
        role("till", tillPassword);
        database("attune", "attune");
        database("pos", "till");
        execute("pos", "grant connect on database pos to pos");
        execute("pos", resource("pos.sql"));
    }

    private void role(String name, String password) {
        if (!exists("select 1 from pg_roles where rolname = ?", name)) {
            execute("postgres", "create role " + name + " login password '" + password + "'");
        }
    }

    private void database(String name, String owner) {
        if (!exists("select 1 from pg_database where datname = ?", name)) {
            execute("postgres", "create database " + name + " owner " + owner);
            execute("postgres", "revoke all on database " + name + " from public");
        }
    }

    private boolean exists(String query, String name) {
        try (Connection connection = server.superuser("postgres").getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        } catch (SQLException failure) {
            throw new SandboxException("Cannot look up " + name + " in PostgreSQL", failure);
        }
    }

    private void execute(String database, String sql) {
        try (Connection connection = server.superuser(database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new SandboxException("Cannot prepare database " + database, failure);
        }
    }

    private static String resource(String name) {
        try (InputStream stream = Databases.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new SandboxException("The resource " + name + " is missing from the sandbox");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
