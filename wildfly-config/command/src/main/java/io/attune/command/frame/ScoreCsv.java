package io.attune.command.frame;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.attune.scoring.FlatScores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The scores of a table as CSV: {@code row,probability}, rows numbered from 0 as {@code attune resolve} does, no probability where there is no score. */
final class ScoreCsv {
    private ScoreCsv() {}

    static void write(Path file, FlatScores scores) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            csv.writeRecord("row", "probability");
            for (int row = 0; row < scores.probabilities().length; row++) {
                double probability = scores.probabilities()[row];
                csv.writeRecord(String.valueOf(row), Double.isNaN(probability) ? "" : String.valueOf(probability));
            }
        }
    }
}
