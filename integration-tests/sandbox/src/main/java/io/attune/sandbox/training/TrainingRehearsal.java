package io.attune.sandbox.training;

import io.attune.command.Attune;
import io.attune.command.CommandFailure;
import io.attune.command.Installation;
import io.attune.command.Subcommand;
import io.attune.database.Migrations;
import io.attune.ingest.IngestSettingsReader;
import io.attune.ingest.Mappings;
import io.attune.sandbox.population.Population;
import io.attune.sandbox.population.PopulationOptions;
import io.attune.sandbox.postgres.TemporaryPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trains the models from simulated people: fills a database of its own, and runs {@code attune train} on it. No hub runs. */
@Command(
        name = "rehearse-training",
        hidden = true,
        description = "Trains the defined models from simulated people, without a hub.",
        mixinStandardHelpOptions = true)
public final class TrainingRehearsal implements Subcommand {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Parameters(paramLabel = "MODEL", arity = "0..*", description = "Models to train; default: all.")
    private List<String> models = List.of();

    @Option(names = "--people", defaultValue = "4000", description = "How many people (default ${DEFAULT-VALUE}).")
    private int people;

    @Option(names = "--days", defaultValue = "545", description = "Days of their history (default ${DEFAULT-VALUE}).")
    private int days;

    @Option(names = "--seed", defaultValue = "20260101", description = "Of the people (default ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--now", defaultValue = "2026-11-01T00:00:00Z", description = "When their history ends.")
    private Instant now;

    @Option(names = "--registry", required = true, description = "Where the versions are written.")
    private Path registry;

    @Option(names = "--promote", description = "Let each version score that passes the gates.")
    private boolean promote;

    @Option(names = "--threads", defaultValue = "2", description = "Of the trainer (default ${DEFAULT-VALUE}).")
    private int threads;

    @Override
    public Integer call() throws IOException, SQLException {
        Path root = Installation.current().root();
        Path folder = Files.createTempDirectory("attune-rehearsal");
        try (TemporaryPostgres postgres = TemporaryPostgres.start(folder)) {
            Migrations.migrate(postgres.dataSource());
            fill(root, postgres);
            Path configuration = postgres.writeConfiguration(folder.resolve("hub.properties"));
            return train(configuration);
        } finally {
            TemporaryPostgres.delete(folder);
        }
    }

    private void fill(Path root, TemporaryPostgres postgres) throws SQLException {
        Path connectors = root.resolve("connectors-config");
        Mappings mappings = new Mappings(connectors, IngestSettingsReader.read(connectors, Duration.ofDays(1)));
        Population population = Population.of(PopulationOptions.of(seed, people, days, now));
        long started = System.nanoTime();
        try (Connection connection = postgres.dataSource().getConnection()) {
            long events = new PopulationDatabase(mappings).fill(connection, population);
            say(String.format(
                    Locale.ROOT,
                    "%,d people did %,d things in %d days; written in %.0f s",
                    people,
                    events,
                    days,
                    (System.nanoTime() - started) / 1e9));
        }
    }

    private int train(Path configuration) {
        List<String> arguments = new ArrayList<>(List.of("train"));
        arguments.addAll(models.isEmpty() ? List.of("--all") : models);
        arguments.addAll(List.of(
                "--configuration", configuration.toString(),
                "--registry", registry.toString(),
                "--as-of", now.toString(),
                "--threads", String.valueOf(threads)));
        if (promote) {
            arguments.add("--promote");
        }
        try {
            Files.createDirectories(registry);
        } catch (IOException failed) {
            throw new CommandFailure(registry + " cannot be made: " + failed.getMessage(), failed);
        }
        return Attune.commandLine().execute(arguments.toArray(String[]::new));
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
