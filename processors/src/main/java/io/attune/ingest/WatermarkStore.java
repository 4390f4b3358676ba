package io.attune.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.database.Database;
import io.attune.error.AttuneException;
import io.attune.error.ErrorCategory;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;

/** Table {@code watermark}: how far every polled source has been read, as a position that its poller understands. Thread-safe. */
public final class WatermarkStore {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database;
    private final Clock clock;

    public WatermarkStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Empty for a source that was never read. */
    public Optional<JsonNode> read(String source) {
        return database.inHandle(handle -> handle.createQuery("select position from watermark where source = :source")
                        .bind("source", source)
                        .mapTo(String.class)
                        .findOne())
                .map(WatermarkStore::parse);
    }

    /**
     * Moves a source's watermark.
     *
     * @param epoch of the leadership under which it was read
     * @throws AttuneException when a node with a later epoch has moved it
     */
    public void write(String source, JsonNode position, long epoch) {
        int written = database.inHandle(handle -> handle.createUpdate("""
                        insert into watermark (source, position, epoch, updated_at)
                        values (:source, :position, :epoch, :now)
                        on conflict (source) do update
                        set position = excluded.position, epoch = excluded.epoch, updated_at = excluded.updated_at
                        where watermark.epoch <= excluded.epoch
                        """)
                .bind("source", source)
                .bind("position", position.toString())
                .bind("epoch", epoch)
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute());
        if (written == 0) {
            throw new AttuneException(
                    "LEADERSHIP_LOST",
                    ErrorCategory.INTERNAL,
                    "another node polls " + source + " by now; this one stops");
        }
    }

    private static JsonNode parse(String position) {
        try {
            return JSON.readTree(position);
        } catch (JsonProcessingException e) {
            throw new AttuneException(
                    "WATERMARK_BROKEN",
                    ErrorCategory.INTERNAL,
                    "table watermark holds a position that is not JSON; delete the row to read the source anew",
                    e);
        }
    }
}
