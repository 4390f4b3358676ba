package io.attune.eventlog;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.attune.csv.TextFile;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The rows of a file whose fields are parted by commas, semicolons, tabs, bars, or blanks, whichever its first lines hold
 * most evenly.
 */
final class Table {
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final char[] SEPARATORS = {',', ';', '\t', '|'};
    private static final int SAMPLE = 20;

    private final Path file;
    private final String text;
    private final char separator;

    private Table(Path file, String text, char separator) {
        this.file = file;
        this.text = text;
        this.separator = separator;
    }

    static Table read(Path file) {
        String text = text(file);
        List<String> lines =
                text.lines().filter(line -> !line.isBlank()).limit(SAMPLE).toList();
        if (lines.isEmpty()) {
            throw new EventLogException(file + " is empty");
        }
        return new Table(file, text, separator(lines));
    }

    private static String text(Path file) {
        try {
            return TextFile.of(file).text();
        } catch (NoSuchFileException missing) {
            throw new EventLogException("There is no file " + file);
        } catch (IOException unreadable) {
            throw new EventLogException(file + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /** The fields of the first row, stripped. */
    List<String> firstRow() {
        List<List<String>> first = new ArrayList<>();
        String line = text.lines().filter(each -> !each.isBlank()).findFirst().orElseThrow();
        new Table(file, line, separator).forEach(row -> first.add(row.fields()));
        return first.get(0);
    }

    /** Passes each row that is not blank, in order. */
    void forEach(Consumer<TableRow> consumer) {
        if (separator == ' ') {
            blankParted(consumer);
        } else {
            separated(consumer);
        }
    }

    private void blankParted(Consumer<TableRow> consumer) {
        long[] number = {0};
        text.lines().forEach(line -> {
            number[0]++;
            if (!line.isBlank()) {
                consumer.accept(new TableRow(number[0], List.of(BLANKS.split(line.strip()))));
            }
        });
    }

    private void separated(Consumer<TableRow> consumer) {
        try {
            for (CsvRecord row : CsvReader.builder()
                    .fieldSeparator(separator)
                    .commentStrategy(CommentStrategy.NONE)
                    .skipEmptyLines(true)
                    .ofCsvRecord(text)) {
                consumer.accept(new TableRow(
                        row.getStartingLineNumber(),
                        row.getFields().stream().map(String::strip).toList()));
            }
        } catch (CsvParseException e) {
            throw new EventLogException(file + " is no table: " + e.getMessage(), e);
        }
    }

    private static char separator(List<String> lines) {
        char best = ' ';
        long most = 0;
        for (char candidate : SEPARATORS) {
            long fewest = lines.stream()
                    .mapToLong(line -> line.chars().filter(c -> c == candidate).count())
                    .min()
                    .orElse(0);
            if (fewest > most) {
                most = fewest;
                best = candidate;
            }
        }
        return best;
    }
}
