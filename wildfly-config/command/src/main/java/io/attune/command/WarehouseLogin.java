package io.attune.command;

import io.attune.configuration.ConfigurationException;
import io.attune.configuration.SecretReference;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Where a warehouse is, and who signs in to it. */
final class WarehouseLogin {
    @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--url", required = true, paramLabel = "JDBC", description = "The warehouse, without a password.")
    private String url;

    @Option(names = "--user", required = true, description = "Who signs in to it.")
    private String user;

    @Option(names = "--password", required = true, paramLabel = "REF", description = "env:NAME or file:/path.")
    private String password;

    String url() {
        return url;
    }

    String secret() {
        return secret("--password", password);
    }

    /** What a reference in an option stands for. */
    String secret(String option, String reference) {
        try {
            return SecretReference.resolve(option, reference, System.getenv());
        } catch (ConfigurationException e) {
            throw wrong(e.getMessage());
        }
    }

    /** For an argument that cannot be. */
    CommandLine.ParameterException wrong(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }

    /**
     * Does something with a connection to the warehouse.
     *
     * @throws CommandFailure when the warehouse cannot be reached
     */
    <T> T connected(String secret, Function<Connection, T> work) {
        try (Connection warehouse = DriverManager.getConnection(url, user, secret)) {
            return work.apply(warehouse);
        } catch (SQLException e) {
            throw new CommandFailure("the warehouse cannot be reached: " + e.getMessage(), e);
        }
    }
}
