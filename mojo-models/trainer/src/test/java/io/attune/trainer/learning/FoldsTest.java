package io.attune.trainer.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.frame.EncodedFrame;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoldsTest {

    @Test
    void keepAPersonsRowsTogetherAndTheAnswersApart() {
        int rows = 1_000;
        int[] people = IntStream.range(0, rows).map(row -> row / 5).toArray();
        boolean[] labels = new boolean[rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = people[row] % 4 == 0;
        }

        Folds folds = Folds.of(new Table(new EncodedFrame(List.of(), List.of()), "label", labels, people), 5, 7);

        Map<Integer, Integer> foldOfPerson = new HashMap<>();
        for (int row = 0; row < rows; row++) {
            int fold = folds.foldOfRow()[row];
            assertThat(foldOfPerson.merge(people[row], fold, (before, now) -> before))
                    .isEqualTo(fold);
        }
        for (int fold = 0; fold < 5; fold++) {
            int[] inside = folds.inside(fold);
            long positives = IntStream.of(inside).filter(row -> labels[row]).count();
            assertThat(inside).hasSize(200);
            assertThat(positives).isEqualTo(50);
        }
    }
}
