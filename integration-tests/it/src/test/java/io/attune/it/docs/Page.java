package io.attune.it.docs;

import io.attune.it.environment.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of {@code docs/} as somebody follows it who does exactly what it says. Immutable. */
record Page(List<Step> steps) {
    /** A fenced block, with the paragraph before it. */
    private static final Pattern BLOCK =
            Pattern.compile("(?:^|\\n)((?:[^\\n]+\\n)*)\\n?```([a-z]*)\\n(.*?)\\n```(?=\\n|$)", Pattern.DOTALL);

    private static final Pattern SAVED = Pattern.compile("as\\s+`([^`]+)`:\\s*$");

    /** One thing that the page has its reader do. */
    sealed interface Step {}

    /** A file to save below {@code attune.home}, or beside the hub where its path has no folder. */
    record Save(String path, String text) implements Step {}

    /**
     * Commands to type.
     *
     * @param output what one sees then, line by line; empty where the page does not say
     */
    record Type(String commands, List<String> output) implements Step {}

    static Page of(String name) {
        List<Step> steps = new ArrayList<>();
        Matcher block = BLOCK.matcher(read(Repository.root().resolve("docs").resolve(name)));
        while (block.find()) {
            Matcher saved = SAVED.matcher(block.group(1));
            String text = block.group(3) + "\n";
            switch (block.group(2)) {
                case "sh" -> steps.add(new Type(text, List.of()));
                case "output" -> {
                    Type typed = (Type) steps.remove(steps.size() - 1);
                    steps.add(new Type(typed.commands(), text.lines().toList()));
                }
                default -> {
                    if (saved.find()) {
                        steps.add(new Save(saved.group(1), text));
                    }
                }
            }
        }
        return new Page(List.copyOf(steps));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
