package io.attune.command;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Exports a frame from the hub and trains a model from it, in a process of its own. */
@Command(name = "train", description = "Trains a model from the hub's events.", mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return CommandLine.ExitCode.OK;
    }
}
