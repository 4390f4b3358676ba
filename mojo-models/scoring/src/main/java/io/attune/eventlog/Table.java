package io.attune.eventlog;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.attune.csv.Separators;
import io.attune.csv.TextFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The rows of a file whose fields are parted by commas, semicolons, tabs or bars, whichever cuts its first rows most evenly,
 * else by blanks. Reads the file anew whenever its rows are asked for, so that it never lies in memory whole.
 */
final class Table {
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final TextFile text;
    private final Optional<Character> separator;

    private Table(TextFile text, Optional<Character> separator) {
        this.text = text;
        this.separator = separator;
    }

    static Table read(Path file) {
        if (!Files.exists(file)) {
            throw new EventLogException("There is no file " + file);
        }
        if (Files.isDirectory(file)) {
            throw new EventLogException(file + " is a folder; --events names a file");
        }
        try {
            TextFile text = TextFile.of(file);
            return new Table(text, Separators.of(text));
        } catch (IOException | UncheckedIOException unreadable) {
            throw new EventLogException(file + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /** The fields of the first row, stripped. */
    List<String> firstRow() {
        return first(row -> true)
                .map(TableRow::fields)
                .orElseThrow(() -> new EventLogException(text.path() + " is empty"));
    }

    /** Passes each row that is not blank, in order. */
    void forEach(Consumer<TableRow> consumer) {
        first(row -> {
            consumer.accept(row);
            return false;
        });
    }

    /** Passes the rows that are not blank, in order, until one is wanted. */
    private Optional<TableRow> first(Predicate<TableRow> wanted) {
        try {
            return separator.isPresent() ? separated(separator.get(), wanted) : blankParted(wanted);
        } catch (CsvParseException malformed) {
            throw new EventLogException(
                    text.path() + " is no table: " + malformed.getMessage() + ". Is a quote left open?", malformed);
        } catch (IOException | UncheckedIOException unreadable) {
            throw new EventLogException(text.path() + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private Optional<TableRow> blankParted(Predicate<TableRow> wanted) throws IOException {
        try (BufferedReader lines = new BufferedReader(text.open())) {
            long number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    TableRow row = new TableRow(number, List.of(BLANKS.split(line.strip())));
                    if (wanted.test(row)) {
                        return Optional.of(row);
                    }
                }
            }
            return Optional.empty();
        }
    }

    private Optional<TableRow> separated(char by, Predicate<TableRow> wanted) throws IOException {
        try (CsvReader<CsvRecord> records = Separators.reader(text, by)) {
            for (CsvRecord each : records) {
                TableRow row = new TableRow(
                        each.getStartingLineNumber(),
                        each.getFields().stream().map(String::strip).toList());
                if (row.fields().stream().anyMatch(field -> !field.isEmpty()) && wanted.test(row)) {
                    return Optional.of(row);
                }
            }
            return Optional.empty();
        }
    }
}
