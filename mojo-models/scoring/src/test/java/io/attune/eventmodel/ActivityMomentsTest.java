package io.attune.eventmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attune.eventlog.ColumnMapping;
import io.attune.eventlog.EventLog;
import io.attune.eventlog.EventLogException;
import io.attune.eventlog.EventLogReader;
import io.attune.eventlog.Horizon;
import io.attune.eventlog.Moment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActivityMomentsTest {
    private static final Horizon HORIZON = new Horizon(90);

    @TempDir
    private Path folder;

    @Test
    void judgesAtTheMomentWhereTheLogGoesOn() throws IOException {
        ActivityMoments moments =
                ActivityMoments.of(log("2023-01-01", "2024-06-30"), Moment.parse("2024-03-31"), HORIZON);

        assertThat(moments.judged()).contains(Moment.parse("2024-03-31"));
        assertThat(moments.learned()).hasSize(8).first().isEqualTo(Moment.parse("2024-01-01"));
        assertThat(moments.kept()).isEqualTo(moments.learned());
    }

    @Test
    void judgesOneHorizonBeforeWhereTheLogEnds() throws IOException {
        ActivityMoments moments =
                ActivityMoments.of(log("2023-01-01", "2024-03-31"), Moment.parse("2024-03-31"), HORIZON);

        assertThat(moments.judged()).contains(Moment.parse("2024-01-01"));
        assertThat(moments.learned()).first().isEqualTo(Moment.parse("2023-10-03"));
        assertThat(moments.kept()).first().isEqualTo(Moment.parse("2024-01-01"));
    }

    @Test
    void saysWhenTheLogIsTooShort() throws IOException {
        EventLog log = log("2024-01-01", "2024-03-31");

        assertThatThrownBy(() -> ActivityMoments.of(log, Moment.parse("2024-03-31"), HORIZON))
                .isInstanceOf(EventLogException.class)
                .hasMessageContaining("begins on 2024-01-01")
                .hasMessageContaining("shorter horizon");
    }

    @Test
    void saysWhenTheLogEndsBeforeTheMoment() throws IOException {
        EventLog log = log("2023-01-01", "2024-03-31");

        assertThatThrownBy(() -> ActivityMoments.of(log, Moment.parse("2024-06-30"), HORIZON))
                .isInstanceOf(EventLogException.class)
                .hasMessageContaining("ends on 2024-03-31")
                .hasMessageContaining("--as-of");
    }

    private EventLog log(String first, String last) throws IOException {
        Path file = folder.resolve("log.csv");
        Files.writeString(file, "p,t\nann," + first + "\nann," + last + "\n");
        return EventLogReader.read(file, ColumnMapping.parse("person=p,time=t"));
    }
}
