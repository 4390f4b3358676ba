package io.attune.command;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(name = "start", description = "Starts the hub in the background.", mixinStandardHelpOptions = true)
final class StartCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return CommandLine.ExitCode.OK;
    }
}
