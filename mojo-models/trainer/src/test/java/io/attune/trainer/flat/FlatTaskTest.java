package io.attune.trainer.flat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FlatTaskTest {
    @Test
    void judgesVeryManyRowsByFewerFolds() {
        FlatTask task = task(Optional.empty());

        assertThat(task.repeats(100)).isEqualTo(5);
        assertThat(task.repeats(64_000)).isEqualTo(5);
        assertThat(task.repeats(200_000)).isEqualTo(2);
        assertThat(task.repeats(5_000_000)).isEqualTo(1);
    }

    @Test
    void judgesAsOftenAsItIsTold() {
        assertThat(task(Optional.of(3)).repeats(5_000_000)).isEqualTo(3);
    }

    private static FlatTask task(Optional<Integer> repeats) {
        Path none = Path.of("none");
        return new FlatTask(
                none,
                "label",
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                "m",
                none,
                1,
                repeats,
                1);
    }
}
