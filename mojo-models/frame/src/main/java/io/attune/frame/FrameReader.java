package io.attune.frame;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.attune.csv.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a CSV with a header: separated by comma, semicolon, tab or bar, quoted where needed (RFC 4180), in UTF-8,
 * UTF-16 with a mark, or Windows-1252, perhaps gzipped.
 */
public final class FrameReader {
    private FrameReader() {}

    /**
     * Reads a file whole.
     *
     * @throws FrameException when it is missing, has no rows, names a column twice, or has a row of another width
     */
    public static FlatFrame read(Path file) {
        TextFile decoded = decode(file);
        try {
            String text = decoded.text();
            char separator = Separators.of(text);
            try (CsvReader<CsvRecord> reader = Separators.reader(text, separator)) {
                return read(file, decoded.encoding().name(), separator, reader);
            }
        } catch (CsvParseException malformed) {
            throw new FrameException(
                    file + " is not a CSV: " + malformed.getMessage() + ". Is a quote left open?", malformed);
        } catch (IOException failed) {
            throw new FrameException(file + " cannot be read: " + failed.getMessage(), failed);
        }
    }

    private static TextFile decode(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new FrameException(file + " is not a file; --frame names a CSV with a header line");
        }
        try {
            return TextFile.of(file);
        } catch (IOException failed) {
            throw new FrameException(file + " cannot be read: " + failed.getMessage(), failed);
        }
    }

    private static FlatFrame read(Path file, String encoding, char separator, Iterable<CsvRecord> records) {
        List<String> names = List.of();
        List<List<String>> columns = new ArrayList<>();
        List<Map<String, String>> seen = new ArrayList<>();
        List<Long> lines = new ArrayList<>();
        for (CsvRecord line : records) {
            List<String> fields = line.getFields();
            if (names.isEmpty()) {
                names = ColumnNames.of(file, fields);
                names.forEach(name -> {
                    columns.add(new ArrayList<>());
                    seen.add(new HashMap<>());
                });
            } else if (!isBlank(fields)) {
                requireWidth(file, line, names.size());
                for (int column = 0; column < fields.size(); column++) {
                    String cell = clean(fields.get(column));
                    // Equal texts are kept once: a column of few values would otherwise fill the memory.
                    columns.get(column).add(seen.get(column).computeIfAbsent(cell, same -> same));
                }
                lines.add(line.getStartingLineNumber());
            }
        }
        if (lines.isEmpty()) {
            throw new FrameException(file + " has no rows below its header line");
        }
        return new FlatFrame(file, encoding, separator, names, columns, lines);
    }

    private static boolean isBlank(List<String> fields) {
        return fields.stream().allMatch(String::isBlank);
    }

    private static void requireWidth(Path file, CsvRecord line, int width) {
        if (line.getFieldCount() != width) {
            throw new FrameException(file + ":" + line.getStartingLineNumber() + ": has " + line.getFieldCount()
                    + " fields where the header has " + width
                    + "; quote a field that holds the separator, or mend the line");
        }
    }

    static String clean(String field) {
        return field.strip().replaceAll("\\s+", " ");
    }
}
