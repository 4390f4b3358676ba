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
            if (isOutOfMemory(failure)) {
                line.getErr().println(outOfMemory());
            } else if (failure instanceof TrainingException || failure instanceof FrameException) {
                line.getErr().println("attune: " + failure.getMessage());
            } else {
                failure.printStackTrace(line.getErr());
            }
            return 1;
        });
        int status;
        try {
            status = command.execute(arguments);
        } catch (OutOfMemoryError exhausted) {
            command.getErr().println(outOfMemory());
            status = 1;
        }
        // H2O's threads would keep the process alive.
        System.exit(status);
    }

    private static boolean isOutOfMemory(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) {
                return true;
            }
        }
        return false;
    }

    private static String outOfMemory() {
        return "attune: the training needs more memory than the "
                + Runtime.getRuntime().maxMemory() / (1 << 20)
                + " MB that it was given. Nothing was written; leave out columns with --ignore, or train on fewer rows";
    }
}
