package io.attune.ingest;

import io.attune.csv.TextFile;
import io.attune.reject.Reject;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/**
 * Reads CSV files that a source drops somewhere (bean {@code csvFiles}): separated by comma, semicolon, tab or bar, quoted
 * where needed (RFC 4180), in UTF-8, UTF-16 or Windows-1252, a page at a time. Thread-safe.
 */
public final class CsvFiles {
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');

    private final Clock clock;

    public CsvFiles(Clock clock) {
        this.clock = clock;
    }

    /**
     * The pages of a file, for a splitter.
     *
     * @param source whose the file is
     * @param group the column that says which consecutive lines belong together
     */
    public Iterator<FilePage> pages(String path, String source, String group) throws IOException {
        Path file = Path.of(path);
        TextFile text = TextFile.of(file);
        return new CsvPages(
                file.getFileName().toString(), text.open(), separator(text), source, group, clock.instant());
    }

    /** A page's batch with the lines that could not be read among its rejects. */
    public IngestBatch complete(IngestBatch batch, FilePage page) {
        List<Reject> rejects = new ArrayList<>(batch.rejects());
        rejects.addAll(page.flawed());
        return new IngestBatch(batch.records(), rejects);
    }

    private static char separator(TextFile file) throws IOException {
        try (BufferedReader text = new BufferedReader(file.open())) {
            String header = text.readLine();
            return header == null
                    ? ','
                    : SEPARATORS.stream()
                            .max(Comparator.comparingLong(mark -> header.chars()
                                    .filter(letter -> letter == mark)
                                    .count()))
                            .orElseThrow();
        }
    }
}
