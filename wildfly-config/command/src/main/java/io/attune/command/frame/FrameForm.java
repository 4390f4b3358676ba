package io.attune.command.frame;

import java.util.Arrays;
import java.util.List;

/**
 * {@code attune train} and {@code attune score} have a form for a flat frame with options of its own: {@code train --label}
 * or {@code --name} and {@code score --frame} tell it from the others.
 */
public final class FrameForm {
    private FrameForm() {}

    /** The arguments as they are parsed: this form is a command of its own, {@code train-frame} or {@code score-frame}. */
    public static String[] resolve(String... arguments) {
        boolean train = is(arguments, "train") && (has(arguments, "--label") || has(arguments, "--name"));
        boolean score = is(arguments, "score") && has(arguments, "--frame");
        if (!train && !score) {
            return arguments;
        }
        String[] resolved = arguments.clone();
        resolved[0] = arguments[0] + "-frame";
        return resolved;
    }

    /** The commands of these forms. */
    public static List<Object> commands() {
        return List.of(new TrainFrameCommand(), new ScoreFrameCommand());
    }

    private static boolean is(String[] arguments, String command) {
        return arguments.length > 0 && arguments[0].equals(command);
    }

    private static boolean has(String[] arguments, String option) {
        return Arrays.stream(arguments)
                .anyMatch(argument -> argument.equals(option) || argument.startsWith(option + "="));
    }
}
