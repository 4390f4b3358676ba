package io.attune.command.resolve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.attune.command.CommandFailure;
import io.attune.csv.TextFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A CSV file with a header: commas, semicolons, tabs or bars, quotes, any usual encoding. Spaces around values do not count. */
final class CsvFile {
    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .build();

    private final Path file;
    private final TextFile text;
    private final char separator;
    private final List<String> header;

    CsvFile(Path file) {
        this.file = file;
        this.text = look(file);
        String line = headerLine();
        separator = Stream.of(',', ';', '\t', '|')
                .max(Comparator.comparingLong(
                        mark -> line.chars().filter(letter -> letter == mark).count()))
                .orElseThrow();
        try (MappingIterator<String[]> rows = rows()) {
            header = Arrays.stream(rows.next()).map(String::strip).toList();
        } catch (IOException broken) {
            throw broken(broken);
        }
    }

    private String headerLine() {
        try (BufferedReader reader = new BufferedReader(text.open())) {
            String line = reader.readLine();
            while (line != null && line.isBlank()) {
                line = reader.readLine();
            }
            if (line == null) {
                throw new CommandFailure(
                        file + " is empty; it needs a line with the columns' names, and rows below it");
            }
            return line;
        } catch (IOException unreadable) {
            throw broken(unreadable);
        }
    }

    /** Hands over every row below the header, as long as the header; what a short row lacks is empty. */
    void forEach(Consumer<String[]> row) {
        try (MappingIterator<String[]> rows = rows()) {
            rows.next();
            while (rows.hasNext()) {
                row.accept(filled(rows.next()));
            }
        } catch (IOException | RuntimeException broken) {
            throw broken(broken);
        }
    }

    private String[] filled(String[] row) {
        String[] filled = Arrays.copyOf(row, header.size());
        Arrays.setAll(filled, i -> filled[i] == null ? "" : filled[i].strip());
        return filled;
    }

    private static TextFile look(Path file) {
        try {
            return TextFile.of(file);
        } catch (IOException unreadable) {
            throw new CommandFailure("cannot read " + file + ": check that it exists and its rights", unreadable);
        }
    }

    private MappingIterator<String[]> rows() throws IOException {
        Reader reader = text.open();
        return CSV.readerFor(String[].class)
                .with(CsvSchema.emptySchema().withColumnSeparator(separator))
                .readValues(reader);
    }

    /** The place of a column, by its name, whatever its case. */
    int place(String column) {
        List<Integer> exact = IntStream.range(0, header.size())
                .filter(i -> header.get(i).equals(column))
                .boxed()
                .toList();
        List<Integer> found = !exact.isEmpty()
                ? exact
                : IntStream.range(0, header.size())
                        .filter(i -> header.get(i).equalsIgnoreCase(column))
                        .boxed()
                        .toList();
        if (found.size() != 1) {
            throw new CommandFailure(file + " has " + (found.isEmpty() ? "no" : "more than one") + " column '" + column
                    + "'; its columns are " + String.join(", ", header));
        }
        return found.get(0);
    }

    private CommandFailure broken(Exception failure) {
        Throwable cause = failure.getCause() instanceof JsonProcessingException ? failure.getCause() : failure;
        if (cause instanceof JsonProcessingException wrong) {
            return new CommandFailure(
                    file + ", line " + wrong.getLocation().getLineNr() + ": " + wrong.getOriginalMessage()
                            + "; mend the line, usually a quote that is not closed",
                    failure);
        }
        return failure instanceof CommandFailure known
                ? known
                : new CommandFailure("cannot read " + file + ": " + failure.getMessage(), failure);
    }
}
