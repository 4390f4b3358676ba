package io.attune.jmx;

import io.attune.pipeline.RejectReplay;
import io.attune.reject.RejectFilter;
import io.attune.reject.StoredReject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Shows the rejects and sends them in again; originals are personal data and are not shown here. */
record RejectsBean(RejectReplay rejects) implements RejectsView {
    private static final RejectFilter OPEN = RejectFilter.ofState("open");
    private static final int SHOWN = 20;
    private static final int LISTED = 100;
    private static final int REPLAYED_AT_ONCE = 10_000;

    @Override
    public long getOpen() {
        return count("open");
    }

    @Override
    public long getReplayed() {
        return count("replayed");
    }

    @Override
    public long getResolved() {
        return count("resolved");
    }

    @Override
    public String[] getNewest() {
        return lines(rejects.list(OPEN, Optional.empty(), SHOWN));
    }

    @Override
    public String[] getReasons() {
        return rejects.counts(OPEN).stream()
                .map(count -> count.rejects() + " " + count.source() + " " + count.code() + " (" + count.stage()
                        + "), newest " + count.newest())
                .toArray(String[]::new);
    }

    @Override
    public String[] list(String state, String source, String code, String from, String until) {
        return lines(rejects.list(
                filter(source, code, from, until).in(text(state).orElse("open")), Optional.empty(), LISTED));
    }

    @Override
    public String replay(String id) {
        return rejects.replay(UUID.fromString(id), Caller.name()).state();
    }

    @Override
    public String replayMatching(String source, String code, String from, String until) {
        RejectReplay.Outcome outcome =
                rejects.replay(filter(source, code, from, until), REPLAYED_AT_ONCE, Caller.name());
        return outcome.replayed() + " sent in again, " + outcome.failedAgain() + " failed again";
    }

    @Override
    public int replayOpen() {
        return rejects.replay(OPEN, REPLAYED_AT_ONCE, Caller.name()).replayed();
    }

    @Override
    public String resolve(String id, String reason) {
        return rejects.resolve(UUID.fromString(id), reason, Caller.name()).state();
    }

    private static String[] lines(List<StoredReject> rejects) {
        return rejects.stream()
                .map(reject -> reject.id() + " " + reject.rejectedAt() + " " + reject.source() + " " + reject.code()
                        + ": " + reject.reason())
                .toArray(String[]::new);
    }

    private static RejectFilter filter(String source, String code, String from, String until) {
        return new RejectFilter(
                Optional.of("open"),
                text(source),
                text(code),
                Optional.empty(),
                text(from).map(Instant::parse),
                text(until).map(Instant::parse));
    }

    private static Optional<String> text(String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }

    private long count(String state) {
        return rejects.counts().getOrDefault(state, 0L);
    }
}
