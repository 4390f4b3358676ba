package io.attune.command.resolve;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.attune.command.CommandFailure;
import io.attune.identity.matching.Explanation;
import io.attune.identity.matching.MatchedTable;
import io.attune.identity.matching.WaterfallPicture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What {@code --explain} asks: why two rows are taken for one person or for two.
 *
 * @param row counted from 0, without the header; rows of a second file go on where the first ends
 */
record Explained(int row, int other, Explanation explanation) {
    private static final Pattern ROWS = Pattern.compile("(\\d{1,9}),(\\d{1,9})");

    static Explained of(String rows, MatchedTable matched, int size) {
        Matcher parts = ROWS.matcher(rows);
        if (!parts.matches()) {
            throw new CommandFailure("--explain takes two rows, such as 0,17, and not " + rows);
        }
        int row = Integer.parseInt(parts.group(1));
        int other = Integer.parseInt(parts.group(2));
        if (Math.max(row, other) >= size || row == other) {
            throw new CommandFailure(
                    "--explain " + rows + ": name two different rows from 0 to " + (size - 1) + ", without the header");
        }
        return new Explained(row, other, matched.explain(row, other));
    }

    /** Writes a picture where the file's name ends in {@code .svg}, else JSON. */
    void write(Path file) {
        try {
            Files.writeString(
                    file,
                    file.toString().toLowerCase(Locale.ROOT).endsWith(".svg")
                            ? WaterfallPicture.of(explanation)
                            : new ObjectMapper()
                                    .enable(SerializationFeature.INDENT_OUTPUT)
                                    .writeValueAsString(this));
        } catch (IOException failed) {
            throw new CommandFailure("cannot write " + file + ": " + failed.getMessage(), failed);
        }
    }

    /** What a person at the terminal reads. */
    Stream<String> lines() {
        Stream<String> comparisons = explanation.lines().stream()
                .map(line -> line(
                        line.bits(),
                        line.comparison(),
                        line.level(),
                        line.left().equals(line.right()) ? line.left() : line.left() + " | " + line.right()));
        Optional<String> caution =
                Optional.of("a name or birth date differs altogether").filter(unused -> explanation.cautionBits() < 0);
        return List.of(
                        Stream.of(
                                "rows " + row + " and " + other + ", in bits (10 are odds of about 1,000 to 1):",
                                line(explanation.priorBits(), "before comparing", "", "")),
                        comparisons,
                        Stream.of(line(explanation.otherBits(), "other explanations", explanation.other(), "")),
                        caution.map(text -> line(explanation.cautionBits(), "caution", text, "")).stream(),
                        Stream.of(String.format(
                                Locale.ROOT,
                                "%+8.2f  probability %.6f: %s",
                                explanation.bits(),
                                explanation.probability(),
                                explanation.verdict().name().toLowerCase(Locale.ROOT))))
                .stream()
                .flatMap(lines -> lines);
    }

    private static String line(double bits, String what, String level, String values) {
        return String.format(Locale.ROOT, "%+8.2f  %-18s %-16s %s", bits, what, level, values)
                .stripTrailing();
    }
}
