package io.attune.command;

import io.attune.configuration.ConfigurationException;
import io.attune.configuration.SecretReference;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
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
            throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    Connection connect(String secret) throws SQLException {
        return DriverManager.getConnection(url, user, secret);
    }
}
