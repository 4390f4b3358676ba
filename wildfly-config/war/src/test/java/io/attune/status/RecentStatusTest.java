package io.attune.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RecentStatusTest {
    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger readings = new AtomicInteger();
    private final RecentStatus recent = new RecentStatus(
            () -> {
                readings.incrementAndGet();
                return Statuses.empty();
            },
            now::get);

    @Test
    void manyQuestionsAtATimeCostOneReading() {
        recent.get();
        now.addAndGet(TimeUnit.SECONDS.toNanos(1));
        recent.get();

        assertThat(readings).hasValue(1);
    }

    @Test
    void anOldStatusIsReadAgain() {
        recent.get();
        now.addAndGet(TimeUnit.SECONDS.toNanos(3));
        recent.get();

        assertThat(readings).hasValue(2);
    }
}
