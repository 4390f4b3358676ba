package io.attune.jmx;

import io.attune.pipeline.RejectReplay;
import java.util.UUID;

/** Lists and replays rejects. Their originals are personal data and are not shown here. */
record RejectsBean(RejectReplay rejects) implements RejectsView {
    private static final int SHOWN = 20;
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
        return rejects.list("open", SHOWN).stream()
                .map(reject -> reject.id() + " " + reject.source() + " " + reject.code() + ": " + reject.reason())
                .toArray(String[]::new);
    }

    @Override
    public String replay(String id) {
        return rejects.replay(UUID.fromString(id)).state();
    }

    @Override
    public int replayOpen() {
        return rejects.replayOpen(REPLAYED_AT_ONCE);
    }

    private long count(String state) {
        return rejects.counts().getOrDefault(state, 0L);
    }
}
