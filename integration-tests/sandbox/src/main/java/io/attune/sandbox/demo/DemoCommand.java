package io.attune.sandbox.demo;

import io.attune.command.CommandFailure;
import io.attune.command.Installation;
import io.attune.command.Subcommand;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the main job on a simulated population, with everything on this machine. */
@Command(
        name = "demo",
        description = "Runs the whole hub on a simulated population, on this machine.",
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Subcommand {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Option(names = "--people", defaultValue = "1000", description = "How many people (default ${DEFAULT-VALUE}).")
    private int people;

    @Option(
            names = "--days",
            defaultValue = "365",
            description = "Length of their history in days (default ${DEFAULT-VALUE}).")
    private int days;

    @Option(
            names = "--seed",
            defaultValue = "7",
            description = "The same seed gives the same people (default ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--now", description = "The moment the history ends, such as 2026-06-01T12:00:00Z; default: now.")
    private Instant now;

    @Option(
            names = "--live-seconds",
            defaultValue = "20",
            description = "How long people go on live before the summary (default ${DEFAULT-VALUE}).")
    private int liveSeconds;

    @Option(
            names = "--events-per-second",
            defaultValue = "20",
            description = "How fast they do (default ${DEFAULT-VALUE}).")
    private int eventsPerSecond;

    @Option(names = "--once", description = "Stop everything after the summary.")
    private boolean once;

    @Option(names = "--report", description = "Write the summary to this file, as JSON.")
    private Path report;

    @Override
    public Integer call() {
        require(people >= 1 && people <= 1_000_000, "--people", people, "from 1 to 1000000");
        require(days >= 1 && days <= 3_650, "--days", days, "from 1 to 3650");
        require(liveSeconds >= 0, "--live-seconds", liveSeconds, "0 or more");
        require(eventsPerSecond >= 1, "--events-per-second", eventsPerSecond, "1 or more");
        DemoOptions options = new DemoOptions(
                people,
                days,
                seed,
                Optional.ofNullable(now),
                liveSeconds,
                eventsPerSecond,
                once,
                Optional.ofNullable(report));
        PrintWriter out = spec.commandLine().getOut();
        return new DemoRun(Installation.current(), options, out).run();
    }

    private static void require(boolean holds, String option, Object found, String allowed) {
        if (!holds) {
            throw new CommandFailure(option + " is " + found + "; allowed is " + allowed);
        }
    }
}
