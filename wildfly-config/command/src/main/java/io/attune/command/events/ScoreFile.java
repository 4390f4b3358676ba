package io.attune.command.events;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.attune.eventlog.EventLogException;
import io.attune.eventmodel.ActivityScore;
import io.attune.eventmodel.LifetimeScore;
import io.attune.recommendation.Recommendation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes what was computed of each person as CSV with a header line. */
final class ScoreFile {
    private ScoreFile() {}

    static void write(Path file, List<LifetimeScore> scores) {
        write(file, csv -> {
            csv.writeRecord(
                    "person",
                    "probability",
                    "probability_alive",
                    "expected_purchases",
                    "value_of_purchase",
                    "expected_value",
                    "lifetime_value");
            for (LifetimeScore score : scores) {
                csv.writeRecord(
                        score.person(),
                        String.valueOf(score.probabilityOfPurchase()),
                        String.valueOf(score.probabilityAlive()),
                        String.valueOf(score.purchases()),
                        text(score.valueOfPurchase()),
                        text(score.value()),
                        text(score.lifetimeValue()));
            }
        });
    }

    static void writeActivity(Path file, List<ActivityScore> scores) {
        write(file, csv -> {
            csv.writeRecord("person", "probability");
            scores.forEach(score -> csv.writeRecord(score.person(), String.valueOf(score.probability())));
        });
    }

    static void writeRecommendations(Path file, List<Recommendation> recommendations) {
        write(file, csv -> {
            csv.writeRecord("person", "rank", "item", "score");
            recommendations.forEach(each -> csv.writeRecord(
                    each.person(), String.valueOf(each.rank()), each.item(), String.valueOf(each.score())));
        });
    }

    static void write(Path file, Consumer<CsvWriter> rows) {
        try {
            if (file.toAbsolutePath().getParent() != null) {
                Files.createDirectories(file.toAbsolutePath().getParent());
            }
            try (CsvWriter csv = CsvWriter.builder().build(file)) {
                rows.accept(csv);
            }
        } catch (IOException e) {
            throw new EventLogException(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static String text(Optional<Double> value) {
        return value.map(String::valueOf).orElse("");
    }
}
