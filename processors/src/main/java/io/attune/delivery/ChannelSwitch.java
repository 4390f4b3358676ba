package io.attune.delivery;

import io.attune.consent.Channel;
import io.attune.database.Database;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Pauses and resumes channels, on every node and across restarts: while one is paused, nothing new is claimed for it.
 * Thread-safe.
 */
public final class ChannelSwitch {
    private final Database database;
    private final Clock clock;

    public ChannelSwitch(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Stops sending to a channel; does nothing when it is paused already. */
    public void pause(Channel channel, String actor) {
        database.useTransaction(handle -> {
            int paused = handle.createUpdate("""
                            insert into paused_channel (channel, since, actor) values (:channel, :at, :actor)
                            on conflict do nothing
                            """)
                    .bind("channel", channel.id())
                    .bind("at", now())
                    .bind("actor", actor)
                    .execute();
            audit(handle, paused, "pause channel", channel, actor);
        });
    }

    /** Lets a channel go on; does nothing when it is not paused. */
    public void resume(Channel channel, String actor) {
        database.useTransaction(handle -> {
            int resumed = handle.createUpdate("delete from paused_channel where channel = :channel")
                    .bind("channel", channel.id())
                    .execute();
            audit(handle, resumed, "resume channel", channel, actor);
        });
    }

    /** The ids of the channels that are paused now. */
    public Set<String> paused() {
        return database.inHandle(handle -> handle.createQuery("select channel from paused_channel")
                .mapTo(String.class)
                .set());
    }

    private void audit(Handle handle, int changed, String action, Channel channel, String actor) {
        if (changed == 0) {
            return;
        }
        handle.createUpdate("insert into audit (at, actor, action, subject) values (:at, :actor, :action, :channel)")
                .bind("at", now())
                .bind("actor", actor)
                .bind("action", action)
                .bind("channel", channel.id())
                .execute();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
