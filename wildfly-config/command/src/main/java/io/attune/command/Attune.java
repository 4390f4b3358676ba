package io.attune.command;

import io.attune.command.events.EventForm;
import io.attune.command.frame.FrameForm;
import io.attune.command.resolve.ResolveCommand;
import java.io.PrintWriter;
import java.util.ServiceLoader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IExitCodeExceptionMapper;

/** The {@code attune} command: runs the hub on this machine and speaks to it. */
@Command(
        name = "attune",
        description = "Integration hub for predictive personalization.",
        mixinStandardHelpOptions = true,
        version = "attune 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            HelpCommand.class,
            StartCommand.class,
            StopCommand.class,
            StatusCommand.class,
            TrainCommand.class,
            ScoreCommand.class,
            ModelsCommand.class,
            RejectsCommand.class,
            QualityCommand.class,
            IdentityCommand.class,
            ResolveCommand.class,
            WarehouseCommand.class
        })
public final class Attune implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    public static void main(String[] arguments) {
        CommandLog.open();
        System.exit(commandLine().execute(FrameForm.resolve(EventForm.resolve(arguments))));
    }

    /** The whole command, with the subcommands that other modules on the class path bring. */
    public static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new Attune());
        EventForm.commands().forEach(commandLine::addSubcommand);
        FrameForm.commands().forEach(commandLine::addSubcommand);
        ServiceLoader.load(Subcommand.class).forEach(commandLine::addSubcommand);
        IExitCodeExceptionMapper exitCodes = failure -> failure instanceof CommandLine.ParameterException
                ? CommandLine.ExitCode.USAGE
                : CommandLine.ExitCode.SOFTWARE;
        commandLine.setExitCodeExceptionMapper(exitCodes);
        commandLine.setExecutionExceptionHandler((failure, line, result) -> {
            report(failure, line.getErr());
            return CommandLine.ExitCode.SOFTWARE;
        });
        return commandLine;
    }

    private static void report(Exception failure, PrintWriter terminal) {
        if (failure instanceof CommandFailure) {
            terminal.println("attune: " + failure.getMessage());
        } else {
            terminal.println("attune: a fault of Attune's own, please report it with these lines:");
            failure.printStackTrace(terminal);
        }
        terminal.flush();
    }
}
