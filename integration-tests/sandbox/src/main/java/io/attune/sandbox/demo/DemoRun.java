package io.attune.sandbox.demo;

import io.attune.command.CommandFailure;
import io.attune.command.FirstStart;
import io.attune.command.HubClient;
import io.attune.command.HubNode;
import io.attune.command.HubServer;
import io.attune.command.Installation;
import io.attune.command.ProgressBar;
import io.attune.command.Running;
import io.attune.sandbox.Sandbox;
import io.attune.sandbox.SandboxOptions;
import io.attune.sandbox.population.HistorySummary;
import io.attune.sandbox.population.Population;
import io.attune.sandbox.population.PopulationOptions;
import io.attune.sandbox.population.sink.KafkaWebEvents;
import io.attune.sandbox.population.wiring.SandboxSinks;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import picocli.CommandLine;

/** One demo from an empty folder to its summary, and on until Ctrl-C unless told otherwise. */
final class DemoRun {
    private final Installation installation;
    private final DemoOptions options;
    private final PrintWriter out;
    private final Clock clock;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    DemoRun(Installation installation, DemoOptions options, PrintWriter out) {
        this.installation = installation.withData(installation.data().resolve("demo"));
        this.options = options;
        this.out = out;
        Clock system = Clock.systemUTC();
        this.clock = options.now()
                .map(now -> Clock.offset(system, Duration.between(system.instant(), now)))
                .orElse(system);
    }

    int run() {
        Running.requireNothing(installation.data());
        empty(installation.data());
        stopOnSignal();
        say("Starting Kafka, PostgreSQL and the stand-ins ...");
        try (Sandbox sandbox =
                Sandbox.start(SandboxOptions.in(installation.data().resolve("sandbox")))) {
            run(sandbox);
        } catch (InterruptedException interrupted) {
            say("Interrupted; stopping.");
        } finally {
            Running.clear(installation.data());
            ended.countDown();
        }
        return CommandLine.ExitCode.OK;
    }

    private void run(Sandbox sandbox) throws InterruptedException {
        Population population =
                Population.of(PopulationOptions.of(options.seed(), options.people(), options.days(), clock.instant())
                        .withTruthIn(installation.data().resolve("truth")));
        // A poll reads forward, and would miss what came out of order behind it: a first load finds its history in
        // place.
        HistorySummary history = writeHistory(population, sandbox);
        try (HubServer server = startServer(sandbox)) {
            writeRunning(sandbox, server);
            server.awaitReady();
            show(population, history, sandbox, server);
            if (!options.once()) {
                stayUp(population, sandbox, server);
            }
        }
    }

    private static HistorySummary writeHistory(Population population, Sandbox sandbox) {
        ProgressBar progress = ProgressBar.onStandardOutput();
        try (KafkaWebEvents web = SandboxSinks.kafka(sandbox)) {
            return population.writeHistory(SandboxSinks.of(sandbox, web), progress::show);
        }
    }

    private void show(Population population, HistorySummary history, Sandbox sandbox, HubServer server) {
        sandbox.standIns().hubListensAt(server.node().url().toString());
        HubClient hub = new HubClient(server.node().url(), FirstStart.commandCredentials(installation.data()));
        HubFigures figures = new HubFigures(sandbox.hubDatabase());
        DemoLoad load = new DemoLoad(sandbox, hub, figures, ProgressBar.onStandardOutput());
        load.taken(history);
        load.rescore();
        load.delivered();
        DemoEvaluation evaluation =
                new DemoEvaluation(sandbox, figures, installation.data().resolve("keyset.json"), population.truth());
        if (options.liveSeconds() > 0) {
            try (DemoLife life = live(population, sandbox, server)) {
                load.live(options.liveSeconds());
            }
        }
        load.quiet();
        DemoReport report = evaluation.report();
        new DemoSummary(out).print(report);
        options.report().ifPresent(report::write);
    }

    private DemoLife live(Population population, Sandbox sandbox, HubServer server) {
        return DemoLife.start(population, sandbox, server.node().url(), options.eventsPerSecond(), clock);
    }

    private void stayUp(Population population, Sandbox sandbox, HubServer server) throws InterruptedException {
        say("  inbox    " + sandbox.inboxUrl());
        say("  console  " + server.node().console());
        say("  hub      " + server.node().url() + "/openapi");
        say("People go on live. Stop everything with Ctrl-C.");
        try (DemoLife life = live(population, sandbox, server)) {
            stop.await();
        }
    }

    private HubServer startServer(Sandbox sandbox) {
        FirstStart.prepare(installation, out);
        say("Starting the server ...");
        HubNode node = HubNode.onUsualPorts(
                "attune-1", installation.data().resolve("nodes").resolve("attune-1"));
        Map<String, String> properties = new LinkedHashMap<>();
        options.now()
                .ifPresent(now ->
                        properties.put("attune.clock.now", clock.instant().toString()));
        return HubServer.start(installation, node, sandbox.configurationFile(), properties);
    }

    private void writeRunning(Sandbox sandbox, HubServer server) {
        Map<String, Long> processes = Map.of("command", ProcessHandle.current().pid());
        Map<String, String> urls = Map.of(
                "hub", server.node().url().toString(),
                "console", server.node().console().toString(),
                "inbox", sandbox.inboxUrl());
        new Running("demo", processes, urls, sandbox.configurationFile().toString()).write(installation.data());
    }

    /** A signal interrupts the work, and the virtual machine waits until everything has been stopped. */
    private void stopOnSignal() {
        Thread work = Thread.currentThread();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            stop.countDown();
                            work.interrupt();
                            try {
                                ended.await();
                            } catch (InterruptedException impatient) {
                                Thread.currentThread().interrupt();
                            }
                        },
                        "stop the demo"));
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }

    /** A demo starts from nothing, so that its figures are those of this population alone. */
    private static void empty(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new CommandFailure("cannot empty " + folder + ": " + failed.getMessage(), failed);
        }
    }
}
