package io.attune.frame;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.attune.csv.Separators;
import io.attune.csv.TextFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a CSV with a header: separated by comma, semicolon, tab or bar, quoted where needed (RFC 4180), in UTF-8,
 * UTF-16 with a mark, or Windows-1252, perhaps gzipped.
 */
public final class FrameReader {
    private final Path file;
    private final List<List<String>> columns = new ArrayList<>();
    private final List<Cells> cells = new ArrayList<>();
    private final List<Long> lines = new ArrayList<>();
    private List<String> names = List.of();

    private FrameReader(Path file) {
        this.file = file;
    }

    /**
     * Reads a file whole.
     *
     * @throws FrameException when it is missing, has no rows, or has a row of another width
     */
    public static FlatFrame read(Path file) {
        try {
            TextFile decoded = decode(file);
            char separator = Separators.of(decoded).orElse(',');
            try (CsvReader<CsvRecord> reader = Separators.reader(decoded, separator)) {
                return new FrameReader(file).read(decoded.encoding().name(), separator, reader);
            }
        } catch (CsvParseException malformed) {
            throw new FrameException(
                    file + " is not a CSV: " + malformed.getMessage() + ". Is a quote left open?", malformed);
        } catch (IOException | UncheckedIOException failed) {
            throw new FrameException(file + " cannot be read: " + failed.getMessage(), failed);
        }
    }

    private static TextFile decode(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new FrameException(file + " is not a file; --frame names a CSV with a header line");
        }
        return TextFile.of(file);
    }

    private FlatFrame read(String encoding, char separator, Iterable<CsvRecord> records) {
        for (CsvRecord line : records) {
            List<String> fields = line.getFields();
            if (names.isEmpty()) {
                header(fields);
            } else if (!isBlank(fields)) {
                row(line, fields);
            }
        }
        if (lines.isEmpty()) {
            throw new FrameException(file + " has no rows below its header line");
        }
        return new FlatFrame(file, encoding, separator, names, columns, lines);
    }

    private void header(List<String> fields) {
        names = ColumnNames.of(fields);
        names.forEach(name -> {
            columns.add(new ArrayList<>());
            cells.add(new Cells());
        });
    }

    private void row(CsvRecord line, List<String> fields) {
        requireWidth(line, fields);
        for (int column = 0; column < columns.size(); column++) {
            columns.get(column).add(cells.get(column).read(fields.get(column)));
        }
        lines.add(line.getStartingLineNumber());
    }

    private static boolean isBlank(List<String> fields) {
        return fields.stream().allMatch(String::isBlank);
    }

    /** A separator at the end of a line makes a field that nobody meant. */
    private void requireWidth(CsvRecord line, List<String> fields) {
        int width = names.size();
        if (fields.size() < width || !isBlank(fields.subList(width, fields.size()))) {
            throw new FrameException(file + ":" + line.getStartingLineNumber() + ": has " + fields.size()
                    + " fields where the header has " + width
                    + "; quote a field that holds the separator, or mend the line");
        }
    }
}
