package io.attune.rule;

import java.util.ArrayList;
import java.util.List;

/**
 * The text of a rule, moved to the line and column at which it stands in its YAML file, so that an error of the compiler
 * points into the file.
 */
final class RuleSource {

    private RuleSource() {}

    /**
     * Places a rule.
     *
     * @param file the text of the file
     * @param line of the rule's key, from 1
     * @param rule the value as YAML gives it
     */
    static String placed(String file, int line, String rule) {
        List<String> lines = file.lines().toList();
        if (line < 1 || line > lines.size()) {
            return rule;
        }
        String keyLine = lines.get(line - 1);
        int column = keyLine.indexOf(rule.strip());
        if (column >= 0) {
            return "\n".repeat(line - 1) + " ".repeat(column) + rule.strip();
        }
        List<String> block = block(lines, line, indentation(keyLine));
        return block.isEmpty() ? rule : "\n".repeat(line) + String.join("\n", block);
    }

    // White space means nothing to CEL, so the lines of a YAML block can stay as they are.
    private static List<String> block(List<String> lines, int start, int indentation) {
        List<String> block = new ArrayList<>();
        for (String line : lines.subList(start, lines.size())) {
            if (!line.isBlank() && indentation(line) <= indentation) {
                break;
            }
            block.add(line);
        }
        return block;
    }

    private static int indentation(String line) {
        return line.length() - line.stripLeading().length();
    }
}
