package io.attune.sandbox.population.live;

import io.attune.sandbox.population.sink.WebEvent;
import io.attune.sandbox.population.sink.WebEventSink;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Web events of visits that go on for a while, until each is due. Not safe for use by several threads. */
public final class Pending {
    private final PriorityQueue<WebEvent> events =
            new PriorityQueue<>(Comparator.comparing(WebEvent::at).thenComparing(WebEvent::messageId));

    public void addAll(Collection<WebEvent> added) {
        events.addAll(added);
    }

    /** Sends what happened by {@code now} and returns how many that were; one that fails stays for the next time. */
    public int send(Instant now, WebEventSink sink) {
        int sent = 0;
        while (!events.isEmpty() && !events.peek().at().isAfter(now)) {
            sink.send(events.peek());
            events.remove();
            sent++;
        }
        sink.flush();
        return sent;
    }
}
