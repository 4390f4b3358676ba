package io.attune.trainer.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attune.trainer.TrainingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitTest {

    private final VectorDefinition definition = VectorDefinition.read(Path.of("../definitions/models/churn.yaml"));

    @TempDir
    Path folder;

    @Test
    void keepsPeopleAndTimesApart() throws IOException {
        Path file = SimulatedFrame.write(folder.resolve("frame.csv"), definition, 400, 3);

        Split split = Split.of(TrainingFrame.read(file).rows(), definition, definition.seed());

        assertThat(people(split.training())).doesNotContainAnyElementsOf(people(split.holdout()));
        assertThat(split.holdout()).allMatch(row -> row.asOf().equals(SimulatedFrame.JUDGED_AT));
        assertThat(split.training())
                .allMatch(row -> !row.asOf().plus(definition.horizon()).isAfter(SimulatedFrame.JUDGED_AT));
        assertThat(people(split.holdout()).size()).isBetween(70, 130);
    }

    @Test
    void judgesAtTheLastMomentsAndLearnsFromWhatWasKnownAtTheFirstOfThem() throws IOException {
        Path file = SimulatedFrame.write(folder.resolve("frame.csv"), definition, 400, 3);
        Path twice = Files.writeString(
                folder.resolve("churn.yaml"),
                Files.readString(Path.of("../definitions/models/churn.yaml"))
                        .replace("  baseline:", "  moments: 2\n  baseline:"));

        Split split = Split.of(TrainingFrame.read(file).rows(), VectorDefinition.read(twice), definition.seed());

        assertThat(split.judgedAt()).isEqualTo(SimulatedFrame.JUDGED_AT);
        assertThat(split.judgedFrom()).isEqualTo(SimulatedFrame.JUDGED_AT.minus(Duration.ofDays(30)));
        assertThat(split.holdout().stream().map(Row::asOf)).containsOnly(split.judgedFrom(), split.judgedAt());
        assertThat(people(split.training())).doesNotContainAnyElementsOf(people(split.holdout()));
        assertThat(split.training())
                .isNotEmpty()
                .allMatch(row -> !row.asOf().plus(definition.horizon()).isAfter(split.judgedFrom()));
    }

    @Test
    void needsEnoughOfBothLabelsOnBothSides() throws IOException {
        Path file = SimulatedFrame.write(folder.resolve("frame.csv"), definition, 400, 3);
        List<Row> positives =
                TrainingFrame.read(file).rows().stream().filter(Row::positive).toList();

        assertThatThrownBy(() -> Split.of(positives, definition, 1))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("at least 10 of both labels are needed");
        assertThatThrownBy(() -> Split.of(List.of(), definition, 1)).hasMessageContaining("has no rows");
    }

    private static Set<String> people(List<Row> rows) {
        return rows.stream().map(Row::person).collect(Collectors.toSet());
    }
}
