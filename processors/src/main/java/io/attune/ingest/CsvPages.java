package io.attune.ingest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.attune.reject.Reject;
import java.io.IOException;
import java.io.Reader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The pages of one CSV file, one at a time. Consecutive lines with the same value in the grouping column are one original:
 * {@code {"rows": [{column: text, …}, …]}}. Columns are named as the header names them, in lower case and with underscores
 * for spaces; an empty field is absent. A line that does not fit the header is a flaw of that line only. Not thread-safe.
 */
final class CsvPages implements Iterator<FilePage>, AutoCloseable {
    private static final int PAGE = 500;

    private final String file;
    private final String source;
    private final String group;
    private final Instant receivedAt;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> lines;
    private List<String> header = List.of();
    private ArrayNode open = JsonNodeFactory.instance.arrayNode();
    private String openGroup = "";
    private long openLine;
    private long lastLine;
    private boolean ended;
    private List<Original> originals = new ArrayList<>();
    private List<Reject> flawed = new ArrayList<>();

    /**
     * Opens a file.
     *
     * @param file its name, for places
     * @param group the column that says which lines belong together
     */
    CsvPages(String file, Reader text, char separator, String source, String group, Instant receivedAt) {
        this.file = file;
        this.source = source;
        this.group = group;
        this.receivedAt = receivedAt;
        this.reader = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text);
        this.lines = reader.iterator();
    }

    private static List<String> names(CsvRecord line) {
        return line.getFields().stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", "_"))
                .toList();
    }

    @Override
    public boolean hasNext() {
        return !ended;
    }

    @Override
    public FilePage next() {
        if (ended) {
            throw new NoSuchElementException();
        }
        originals = new ArrayList<>();
        flawed = new ArrayList<>();
        try {
            while (originals.size() + flawed.size() < PAGE && !ended) {
                take();
            }
        } catch (CsvParseException e) {
            // Nothing behind this place can be told apart any more.
            flawed.add(
                    flaw(lastLine + 1, "", "NOT_CSV", "the file cannot be read from here on: is a quote left open?"));
            finish();
        }
        return new FilePage(originals, flawed);
    }

    private void take() {
        if (!lines.hasNext()) {
            finish();
            return;
        }
        CsvRecord line = lines.next();
        lastLine = line.getStartingLineNumber();
        if (header.isEmpty()) {
            header = names(line);
            return;
        }
        List<String> fields = line.getFields();
        if (fields.size() != header.size()) {
            flawed.add(flaw(
                    lastLine,
                    String.join(" | ", fields),
                    "LINE_WIDTH",
                    fields.size() + " fields where the header has " + header.size()));
            return;
        }
        ObjectNode row = row(fields);
        String value = row.path(group).asText("");
        if (value.isEmpty() || !value.equals(openGroup)) {
            closeGroup();
            openGroup = value;
            openLine = lastLine;
        }
        open.add(row);
    }

    private ObjectNode row(List<String> fields) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        for (int column = 0; column < fields.size(); column++) {
            String text = fields.get(column).strip();
            if (!text.isEmpty()) {
                row.put(header.get(column), text);
            }
        }
        return row;
    }

    private void finish() {
        closeGroup();
        ended = true;
        close();
    }

    private void closeGroup() {
        if (!open.isEmpty()) {
            ObjectNode content = JsonNodeFactory.instance.objectNode();
            content.set("rows", open);
            originals.add(Original.of(file + ":" + openLine, content.toString(), receivedAt, Arrival.STORED));
            open = JsonNodeFactory.instance.arrayNode();
        }
    }

    private Reject flaw(long line, String original, String code, String reason) {
        return new Reject(Optional.empty(), source, "map", file + ":" + line, code, reason, original, receivedAt);
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
