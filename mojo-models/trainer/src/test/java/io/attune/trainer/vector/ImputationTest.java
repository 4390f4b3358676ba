package io.attune.trainer.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attune.trainer.TrainingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImputationTest {
    @TempDir
    Path folder;

    private TrainingFrame frame;
    private List<Row> training;

    @BeforeEach
    void read() throws IOException {
        Path file = folder.resolve("frame.csv");
        Files.writeString(file, """
                person,as_of,label,a,b,c
                1,2026-01-01T00:00:00Z,1,1,,
                2,2026-01-01T00:00:00Z,0,2,10,
                3,2026-01-01T00:00:00Z,0,9,,
                4,2026-02-01T00:00:00Z,0,,500,7
                """);
        frame = TrainingFrame.read(file);
        training = frame.rows().subList(0, 3);
    }

    @Test
    void valuesComeFromWhatIsLearnedFromAndStandEverywhere() {
        Imputation imputation = Imputation.of(Map.of("a", "mean", "b", "median", "c", "-1"), frame, training);

        assertThat(imputation.values()).isEqualTo(Map.of("a", 4.0, "b", 10.0, "c", -1.0));
        TrainingFrame filled = frame.filled(imputation.values());
        assertThat(filled.column("a", frame.rows())).containsExactly(1, 2, 9, 4);
        assertThat(filled.column("b", frame.rows())).containsExactly(10, 10, 10, 500);
        assertThat(filled.column("c", frame.rows())).containsExactly(-1, -1, -1, 7);
        assertThat(frame.column("c", training)).as("the frame itself stays").containsOnly(Double.NaN);
    }

    @Test
    void whatIsNotAskedForStaysMissing() {
        Imputation nothing = Imputation.of(Map.of(), frame, training);

        assertThat(frame.filled(nothing.values()).column("c", training)).containsOnly(Double.NaN);
    }

    @Test
    void whatCannotBeComputedIsNamed() {
        assertThatThrownBy(() -> Imputation.of(Map.of("c", "median"), frame, training))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("impute.c");
        assertThatThrownBy(() -> Imputation.of(Map.of("a", "mode"), frame, training))
                .hasMessageContaining("median, mean or a number");
    }
}
