package io.attune.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Finds which character separates the fields: the one that cuts the first rows into the most fields of equal number. */
public final class Separators {
    private static final List<Character> CANDIDATES = List.of(',', ';', '\t', '|');
    private static final int SAMPLE_ROWS = 100;
    /** Where fewer rows are cut like the first one, the character only happens to occur in it. */
    private static final double LEAST_SHARE = 0.5;

    private Separators() {}

    /**
     * The separator of a file; empty when none cuts most of its first rows alike.
     *
     * @throws IOException when the file cannot be read
     */
    public static Optional<Character> of(TextFile file) throws IOException {
        Optional<Character> best = Optional.empty();
        double bestScore = 0;
        for (char candidate : CANDIDATES) {
            double score = score(file, candidate);
            if (score > bestScore) {
                bestScore = score;
                best = Optional.of(candidate);
            }
        }
        return best;
    }

    /** Fields of the first row, times the share of the rows that have as many. */
    private static double score(TextFile file, char separator) throws IOException {
        List<Integer> counts;
        try (CsvReader<CsvRecord> reader = reader(file, separator)) {
            counts = reader.stream()
                    .limit(SAMPLE_ROWS)
                    .map(CsvRecord::getFieldCount)
                    .toList();
        } catch (CsvParseException malformed) {
            return 0;
        }
        if (counts.isEmpty() || counts.get(0) < 2) {
            return 0;
        }
        long equal = counts.stream().filter(counts.get(0)::equals).count();
        double share = (double) equal / counts.size();
        return share < LEAST_SHARE ? 0 : counts.get(0) * share * share;
    }

    /** Reads a file from its beginning, row by row; rows may be of any width. */
    public static CsvReader<CsvRecord> reader(TextFile file, char separator) throws IOException {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(file.open());
    }
}
