package io.attune.ingest.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.attune.csv.TextFile;
import java.io.IOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether a file's header is that of its form. */
final class FileHeader {
    private FileHeader() {}

    /** What is wrong with it; an empty file has nothing that could be wrong. */
    static Optional<FileFlaw> flaw(CsvForm form, TextFile file, char separator) throws IOException {
        if (!form.header().isEmpty()) {
            return flaw(form, form.header(), "");
        }
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .quoteCharacter(form.quote())
                .skipEmptyLines(true)
                .ofCsvRecord(file.open())) {
            Iterator<CsvRecord> lines = reader.iterator();
            if (!lines.hasNext()) {
                return Optional.empty();
            }
            List<String> header = lines.next().getFields();
            return flaw(form, header, String.join(" | ", header));
        } catch (CsvParseException e) {
            return Optional.of(new FileFlaw("FILE_HEADER", "the header cannot be read: is a quote left open?", ""));
        }
    }

    private static Optional<FileFlaw> flaw(CsvForm form, List<String> header, String original) {
        String place = "connectors-config/csv/" + form.name() + ".yaml";
        Set<String> names = new HashSet<>();
        for (String theirs : header) {
            String ours = form.column(theirs);
            if (!names.add(ours)) {
                // Not by its own name: where the header is missing, this is what a person is called.
                return Optional.of(new FileFlaw(
                        "FILE_HEADER",
                        "two columns of the header are one by our names; say in " + place + " what each is called",
                        original));
            }
        }
        Set<String> missing = new TreeSet<>(form.required());
        missing.removeAll(names);
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new FileFlaw(
                        "FILE_HEADER",
                        "the header has no column " + String.join(", ", missing) + "; say in " + place
                                + " under columns what it is called here",
                        original));
    }
}
