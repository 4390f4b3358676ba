package io.attune.trainer;

import io.attune.frame.FrameException;
import picocli.CommandLine;

/** What the trainer's main classes have in common. */
public final class TrainerProgram {
    private TrainerProgram() {}

    /** Ends the process with 0 after success, 1 when training was not possible, 2 for wrong options. */
    public static void run(Object program, String... arguments) {
        CommandLine command = new CommandLine(program);
        command.setExecutionExceptionHandler((failure, line, parsed) -> {
            if (failure instanceof TrainingException || failure instanceof FrameException) {
                line.getErr().println("attune: " + failure.getMessage());
            } else {
                failure.printStackTrace(line.getErr());
            }
            return 1;
        });
        int status = command.execute(arguments);
        // H2O's threads would keep the process alive.
        System.exit(status);
    }
}
