package io.attune.eventmodel;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.eventlog.ColumnMapping;
import io.attune.eventlog.EventLog;
import io.attune.eventlog.EventLogReader;
import io.attune.eventlog.Horizon;
import io.attune.eventlog.Moment;
import io.attune.eventlog.PersonHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that happens after a moment reaches the vector of that moment. */
class ActivityVectorsTest {
    private static final Horizon HORIZON = new Horizon(30);
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final Moment AS_OF = Moment.parse("2024-05-31");

    @TempDir
    private Path folder;

    @RepeatedTest(5)
    void theFutureDoesNotReachTheVector(RepetitionInfo repetition) throws IOException {
        List<String> events = events(new Random(repetition.getCurrentRepetition()));
        EventLog whole = log(events);
        EventLog known = log(events.stream()
                .filter(event -> event.split(",", -1)[1].compareTo("2024-05-31") <= 0)
                .toList());

        ActivityVectors ofWhole = ActivityVectors.of(whole, AS_OF, HORIZON);
        ActivityVectors ofKnown = ActivityVectors.of(known, AS_OF, HORIZON);

        for (PersonHistory person : known.people()) {
            PersonHistory same = whole.people().stream()
                    .filter(other -> other.person().equals(person.person()))
                    .findFirst()
                    .orElseThrow();
            assertThat(ofWhole.vector(same).orElseThrow())
                    .hasSameSizeAs(ActivityVectors.names(HORIZON).toArray())
                    .containsExactly(ofKnown.vector(person).orElseThrow());
        }
    }

    @RepeatedTest(2)
    void whoComesLaterHasNoVector(RepetitionInfo repetition) throws IOException {
        List<String> events = events(new Random(repetition.getCurrentRepetition()));
        events.add("late,2024-06-01,x,1");
        EventLog log = log(events);

        PersonHistory late = log.people().get(log.people().size() - 1);

        assertThat(ActivityVectors.of(log, AS_OF, HORIZON).vector(late)).isEqualTo(Optional.empty());
    }

    private static List<String> events(Random random) {
        List<String> events = new ArrayList<>();
        for (int person = 0; person < 60; person++) {
            events.add("p" + person + "," + FIRST.plusDays(random.nextInt(140)) + ",i0,5");
            for (int event = random.nextInt(12); event > 0; event--) {
                events.add("p" + person + "," + FIRST.plusDays(random.nextInt(220)) + ",i" + random.nextInt(9) + ","
                        + (random.nextInt(100) - 10));
            }
        }
        return events;
    }

    private EventLog log(List<String> events) throws IOException {
        Path file = Files.createTempFile(folder, "log", ".csv");
        Files.writeString(file, "p,t,i,v\n" + String.join("\n", events) + "\n");
        return EventLogReader.read(file, ColumnMapping.parse("person=p,time=t,item=i,value=v"));
    }
}
