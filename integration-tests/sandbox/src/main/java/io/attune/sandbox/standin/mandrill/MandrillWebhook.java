package io.attune.sandbox.standin.mandrill;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.sandbox.feedback.FormSignature;
import io.attune.sandbox.feedback.HubAddress;
import io.attune.sandbox.feedback.Postman;
import io.attune.sandbox.http.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

/**
 * Tells the hub what happened to e-mails: events collect for a moment and go out together, one post at a time, signed. They
 * wait until the hub's address is known. Thread-safe.
 */
public final class MandrillWebhook {
    private static final int BATCH = 500;
    private static final int MOST_WAITING = 500_000;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final String key;
    private final HubAddress hub;
    private final Postman postman;
    private final BlockingQueue<ObjectNode> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final LongAdder dropped = new LongAdder();
    private final AtomicBoolean flushing = new AtomicBoolean();

    public MandrillWebhook(String key, HubAddress hub, Postman postman) {
        this.key = key;
        this.hub = hub;
        this.postman = postman;
    }

    /** How many events the hub has not been told yet. */
    public int waiting() {
        return waiting.size();
    }

    /** How many events were given up because the hub never said where it listens. */
    public long dropped() {
        return dropped.sum();
    }

    void happened(String event, Sending sending, Instant at, Optional<String> url) {
        ObjectNode told =
                Json.object().put("event", event).put("_id", sending.id()).put("ts", at.getEpochSecond());
        url.ifPresent(clicked -> told.put("url", clicked));
        if (event.equals("open") || event.equals("click")) {
            told.put("ip", "127.0.0.1").put("user_agent", "Attune sandbox").putNull("location");
        }
        told.set("msg", message(sending));
        // Nobody listens, as in a load without a hub: the oldest are of no use to anybody.
        while (!waiting.offer(told)) {
            if (waiting.poll() != null) {
                dropped.increment();
            }
        }
        flushSoon();
    }

    /** To be called when the hub's address becomes known. */
    public void flushSoon() {
        if (hub.publicUrl().isPresent() && flushing.compareAndSet(false, true)) {
            postman.later(PAUSE, this::flush);
        }
    }

    private void flush() {
        List<ObjectNode> batch = new ArrayList<>();
        waiting.drainTo(batch, BATCH);
        if (batch.isEmpty() || hub.publicUrl().isEmpty()) {
            done();
            return;
        }
        ArrayNode events = Json.array();
        events.addAll(batch);
        Map<String, List<String>> form = Map.of("mandrill_events", List.of(events.toString()));
        String url = hub.publicUrl().get() + "/v1/feedback/mandrill";
        var unused = postman.post(url, form, Map.of("X-Mandrill-Signature", FormSignature.ofForm(key, url, form)))
                .whenComplete((taken, failure) -> done());
    }

    private void done() {
        flushing.set(false);
        if (!waiting.isEmpty()) {
            flushSoon();
        }
    }

    private static ObjectNode message(Sending sending) {
        ObjectNode message = Json.object()
                .put("_id", sending.id())
                .put("_version", "1")
                .put("ts", sending.at().getEpochSecond())
                .put("email", sending.email())
                .put("sender", sending.sender())
                .put("subject", sending.subject())
                .put("state", sending.state());
        ArrayNode tags = message.putArray("tags");
        sending.tags().forEach(tags::add);
        ObjectNode metadata = message.putObject("metadata");
        sending.metadata().forEach(metadata::put);
        message.putArray("opens");
        message.putArray("clicks");
        return message;
    }
}
