package io.attune.ingest.csv;

import io.attune.csv.TextFile;
import io.attune.ingest.IngestBatch;
import io.attune.reject.Reject;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The steps that read a CSV file (bean {@code csvFiles}): a page at a time, as its form says. Thread-safe;
 * {@link #reread()} takes effect between files.
 */
public final class CsvFiles {
    private static final Logger LOG = LoggerFactory.getLogger(CsvFiles.class);
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');

    private final Path folder;
    private final FileLedger ledger;
    private final Clock clock;
    private volatile CsvForms forms;

    /** @param folder {@code connectors-config} */
    public CsvFiles(Path folder, FileLedger ledger, Clock clock) {
        this.folder = folder;
        this.ledger = ledger;
        this.clock = clock;
        this.forms = CsvForms.read(folder);
    }

    /**
     * Reads the forms anew.
     *
     * @throws io.attune.definition.DefinitionException when one is wrong; then the ones in use stay
     */
    public void reread() {
        forms = CsvForms.read(folder);
    }

    /** The forms in use. */
    public CsvForms forms() {
        return forms;
    }

    /**
     * Begins to read a file.
     *
     * @param name what the source called it
     * @param form name of the form
     */
    public FileReading begin(File file, String name, String form) throws IOException {
        Path path = file.toPath();
        FileReading reading = FileReading.of(forms.form(form), path, name, ledger.hash(path), clock.instant());
        if (ledger.knows(reading)) {
            return reading.asRepeated();
        }
        TextFile text = text(reading);
        return FileHeader.flaw(reading.form(), text, separator(reading.form(), text))
                .map(reading::asFlawed)
                .orElse(reading);
    }

    /** The pages of a file, for a splitter; none of one that was read before. */
    public Iterator<FilePage> pages(FileReading reading) throws IOException {
        if (reading.repeated()) {
            return List.<FilePage>of().iterator();
        }
        if (reading.flaw().isPresent()) {
            return List.of(flawed(reading, reading.flaw().get())).iterator();
        }
        TextFile text = text(reading);
        return new CsvPages(reading, text.open(), separator(reading.form(), text));
    }

    /** A page's batch with the lines that could not be read among its rejects. */
    public IngestBatch complete(IngestBatch batch, FilePage page, FileReading reading) {
        List<Reject> rejects = new ArrayList<>(batch.rejects());
        rejects.addAll(page.flawed());
        IngestBatch whole = new IngestBatch(batch.records(), rejects);
        reading.count(whole);
        return whole;
    }

    /** Ends a reading, of which Kafka has everything. */
    public void end(FileReading reading) {
        ledger.ended(reading);
        if (reading.repeated()) {
            LOG.info("{} of {} holds what was read before; it is moved aside", reading.name(), reading.source());
        } else if (reading.flaw().isPresent()) {
            LOG.warn(
                    "{} of {} is kept aside in .failed: {}",
                    reading.name(),
                    reading.source(),
                    reading.flaw().get().reason());
        } else {
            LOG.info(
                    "{} of {} is read: {} records, {} rejects",
                    reading.name(),
                    reading.source(),
                    reading.records(),
                    reading.rejects());
        }
    }

    private static FilePage flawed(FileReading reading, FileFlaw flaw) {
        return new FilePage(
                List.of(),
                List.of(new Reject(
                                Optional.empty(),
                                reading.source(),
                                "map",
                                reading.name() + ":1",
                                flaw.code(),
                                flaw.reason(),
                                flaw.original(),
                                reading.begunAt())
                        .mappedBy(reading.mapping())));
    }

    private static TextFile text(FileReading reading) throws IOException {
        return reading.form().encoding().isPresent()
                ? new TextFile(reading.path(), reading.form().encoding().get())
                : TextFile.of(reading.path());
    }

    private static char separator(CsvForm form, TextFile file) throws IOException {
        if (form.separator().isPresent()) {
            return form.separator().get();
        }
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
