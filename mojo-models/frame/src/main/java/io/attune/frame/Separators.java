package io.attune.frame;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.List;

/** Finds which character separates the fields: the one that cuts the first rows into the most fields of equal number. */
final class Separators {
    private static final List<Character> CANDIDATES = List.of(',', ';', '\t', '|');
    private static final int SAMPLE_ROWS = 100;

    private Separators() {}

    static char of(String text) {
        char best = ',';
        double bestScore = 0;
        for (char candidate : CANDIDATES) {
            double score = score(text, candidate);
            if (score > bestScore) {
                bestScore = score;
                best = candidate;
            }
        }
        return best;
    }

    /** Fields of the header, times the share of the rows that have as many. */
    private static double score(String text, char separator) {
        List<Integer> counts;
        try (CsvReader<CsvRecord> reader = reader(text, separator)) {
            counts = reader.stream()
                    .limit(SAMPLE_ROWS)
                    .map(CsvRecord::getFieldCount)
                    .toList();
        } catch (CsvParseException malformed) {
            return 0;
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        if (counts.isEmpty() || counts.get(0) < 2) {
            return 0;
        }
        long equal = counts.stream().filter(counts.get(0)::equals).count();
        double share = (double) equal / counts.size();
        return counts.get(0) * share * share;
    }

    static CsvReader<CsvRecord> reader(String text, char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text);
    }
}
