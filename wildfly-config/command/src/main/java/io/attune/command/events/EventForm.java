package io.attune.command.events;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * {@code attune train} and {@code attune score} have a form for an event log with options of its own; {@code --events} tells
 * it from the others.
 */
public final class EventForm {
    private static final Set<String> COMMANDS = Set.of("train", "score");

    private EventForm() {}

    /** The arguments as they are parsed: the event log's form is a command of its own, {@code train-events}. */
    public static String[] resolve(String... arguments) {
        boolean events = Arrays.stream(arguments)
                .anyMatch(argument -> argument.equals("--events") || argument.startsWith("--events="));
        if (!events || !COMMANDS.contains(arguments[0])) {
            return arguments;
        }
        String[] resolved = arguments.clone();
        resolved[0] = arguments[0] + "-events";
        return resolved;
    }

    /** The commands of these forms. */
    public static List<Object> commands() {
        return List.of(new TrainEventsCommand(), new ScoreEventsCommand(), new RecommendCommand());
    }
}
