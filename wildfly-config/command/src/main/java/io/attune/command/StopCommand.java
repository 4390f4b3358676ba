package io.attune.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Stops what runs on the data folder: first the server, then what it rests on. */
@Command(name = "stop", description = "Stops the running hub or demo.", mixinStandardHelpOptions = true)
final class StopCommand implements Callable<Integer> {
    private static final List<String> ORDER = List.of("command", "server", "sandbox");

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Path data = Installation.current().data();
        boolean stopped = false;
        for (Path folder : List.of(data, data.resolve("demo"))) {
            Optional<Running> running = Running.on(folder);
            running.ifPresent(found -> stop(found, folder, out));
            stopped |= running.isPresent();
        }
        out.println(stopped ? "stopped" : "nothing runs on " + data);
        return CommandLine.ExitCode.OK;
    }

    private static void stop(Running running, Path folder, PrintWriter out) {
        for (String name : ORDER) {
            Optional.ofNullable(running.processes().get(name))
                    .flatMap(ProcessHandle::of)
                    .ifPresent(process -> {
                        out.println("stopping the " + name + " (process " + process.pid() + ") ...");
                        out.flush();
                        ChildProcess.stop(process);
                    });
        }
        Running.clear(folder);
    }
}
