package io.attune.ingest.csv;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.attune.ingest.Arrival;
import io.attune.ingest.Original;
import io.attune.reject.Reject;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The pages of one CSV file, one at a time. Where the form groups lines, consecutive ones with the same value are one
 * original, {@code {"rows": [{column: text, …}, …]}}; else every line is one, {@code {column: text, …}}. Columns have our
 * names; an empty field is absent. A line that does not fit the header is a flaw of that line only. Not thread-safe.
 */
final class CsvPages implements Iterator<FilePage>, AutoCloseable {
    private static final int PAGE = 500;
    /** Lines of one group that are held in memory; the schemas take far fewer. */
    private static final int GROUP = 5_000;

    private static final char NO_LETTER = '\uFFFD';

    private final CsvForm form;
    private final String file;
    private final Instant receivedAt;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> lines;
    private List<String> header;
    private ArrayNode open = JsonNodeFactory.instance.arrayNode();
    private String openGroup = "";
    private long openLine;
    private long lastLine;
    private boolean ended;
    private List<Original> originals = new ArrayList<>();
    private List<Reject> flawed = new ArrayList<>();

    CsvPages(FileReading reading, Reader text, char separator) {
        this.form = reading.form();
        this.file = reading.name();
        this.receivedAt = reading.begunAt();
        this.header = names(form, form.header());
        this.reader = CsvReader.builder()
                .fieldSeparator(separator)
                .quoteCharacter(form.quote())
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text);
        this.lines = reader.iterator();
    }

    private static List<String> names(CsvForm form, List<String> header) {
        return header.stream().map(form::column).toList();
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
            header = names(form, line.getFields());
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
        if (fields.stream().anyMatch(field -> field.indexOf(NO_LETTER) >= 0)) {
            flawed.add(flaw(
                    lastLine,
                    String.join(" | ", fields),
                    "LINE_ENCODING",
                    "bytes that are no letters in the encoding of the file; the form may name another"));
            return;
        }
        ObjectNode row = row(fields);
        if (form.group().isEmpty()) {
            originals.add(original(lastLine, row));
            return;
        }
        String value = row.path(form.group().get()).asText("");
        if (value.isEmpty() || !value.equals(openGroup) || open.size() == GROUP) {
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
            originals.add(original(openLine, content));
            open = JsonNodeFactory.instance.arrayNode();
        }
    }

    private Original original(long line, ObjectNode content) {
        return Original.of(file + ":" + line, content.toString(), receivedAt, Arrival.STORED);
    }

    private Reject flaw(long line, String original, String code, String reason) {
        return new Reject(Optional.empty(), form.source(), "map", file + ":" + line, code, reason, original, receivedAt)
                .mappedBy(form.mapping());
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
