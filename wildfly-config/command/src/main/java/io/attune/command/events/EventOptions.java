package io.attune.command.events;

import io.attune.command.CommandFailure;
import io.attune.command.Installation;
import io.attune.eventlog.ColumnMapping;
import io.attune.eventlog.EventLog;
import io.attune.eventlog.EventLogException;
import io.attune.eventlog.EventLogReader;
import io.attune.eventlog.Horizon;
import io.attune.eventlog.Moment;
import io.attune.eventmodel.ModelFolder;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;

/** What every command on an event log is told. */
final class EventOptions {
    @Option(
            names = "--events",
            required = true,
            paramLabel = "FILE",
            description = "The log: a row an event, parted by commas, semicolons, tabs, bars or blanks.")
    private Path events;

    @Option(
            names = "--map",
            required = true,
            paramLabel = "MAPPING",
            description =
                    "Which column says what: person=,time=,item=,value=,kind= each followed by a column's name, or its"
                            + " position from 1 where the log has no header line. person and time are needed. The value may be a"
                            + " product, value=Quantity*UnitPrice.")
    private String map;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description =
                    "The last day that is known, or an instant; what comes later is the future. Default: the last day"
                            + " of the log.")
    private String asOf;

    @Option(
            names = "--horizon",
            defaultValue = "90d",
            description = "How far to look ahead, in days or weeks, such as 90d or 13w (default ${DEFAULT-VALUE}).")
    private String horizon;

    @Option(names = "--name", required = true, description = "The model's name in the registry.")
    private String name;

    @Option(names = "--report", paramLabel = "JSON", description = "Where to write the figures.")
    private Path report;

    @Option(
            names = "--registry",
            paramLabel = "FOLDER",
            description = "Where models are kept; default: mojo-models/registry.")
    private Path registry;

    EventLog log() {
        return EventLogReader.read(events, ColumnMapping.parse(map));
    }

    Moment asOf(EventLog log) {
        return asOf == null ? Moment.endOf(Math.floorDiv(log.lastSecond(), 86_400)) : Moment.parse(asOf);
    }

    Horizon horizon() {
        return Horizon.parse(horizon);
    }

    String name() {
        return name;
    }

    ModelFolder folder() {
        return folder("");
    }

    ModelFolder folder(String suffix) {
        Path folder = Optional.ofNullable(registry)
                .orElseGet(() -> Installation.current().root().resolve("mojo-models/registry"));
        return ModelFolder.of(folder, name + suffix);
    }

    Optional<Path> report() {
        return Optional.ofNullable(report);
    }

    void writeReport(Object content) {
        report().ifPresent(file -> ModelFolder.writeJson(file, content));
    }

    /** Does the work; what the person at the terminal can mend is said in one line. */
    static int run(Callable<Integer> work) throws Exception {
        try {
            return work.call();
        } catch (EventLogException failed) {
            throw new CommandFailure(failed.getMessage(), failed);
        }
    }
}
