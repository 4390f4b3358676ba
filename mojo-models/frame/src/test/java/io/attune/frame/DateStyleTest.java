package io.attune.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class DateStyleTest {
    @Test
    void readsSecondsWithAsManyDigitsAsADatabaseLeaves() {
        for (String fraction : new String[] {"", ".5", ".25", ".125", ".1234567", ".123456789"}) {
            assertThat(DateStyle.ISO.parse("2024-03-01 12:30:15" + fraction))
                    .as(fraction)
                    .contains(LocalDateTime.parse("2024-03-01T12:30:15" + fraction));
        }
    }

    @Test
    void takesTimesWithAnOffsetToUtc() {
        for (String written : new String[] {"T14:30+02:00", " 14:30:00+0200", " 14:30:00.0 +02", "T12:30:00Z"}) {
            assertThat(DateStyle.ISO.parse("2024-03-01" + written))
                    .as(written)
                    .contains(LocalDateTime.parse("2024-03-01T12:30:00"));
        }
    }

    @Test
    void readsNoDayThatIsNot() {
        assertThat(DateStyle.ISO.parse("2023-02-29")).isEmpty();
        assertThat(DateStyle.ISO.parse("2024-03-01 25:00")).isEmpty();
        assertThat(DateStyle.ISO.parse("2024-03-01 12:30:15.")).isEmpty();
        assertThat(DateStyle.DAY_FIRST.parse("31/02/2024")).isEmpty();
    }
}
