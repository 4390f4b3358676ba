package io.attune.timing;

import io.attune.profile.ProfileStore;
import io.attune.sendtime.Reader;
import io.attune.sendtime.ReceivedMessage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The e-mails that reached people, and when each was first opened. Stateless; joins the caller's transaction. */
final class MessageHistory {
    /** An opening belongs to the message that it names, or, if it names none, to the last one before it. */
    static final String MESSAGES = """
            with mail as (
              select membership.profile_id, event.type, event.occurred_at, event.properties ->> 'delivery' as message
                from membership
                join event on event.node_id = membership.node_id
               where %s
                 and membership.until is null
                 and event.type in ('Email Delivered', 'Email Opened')
                 and event.occurred_at >= %s and event.occurred_at < %s
            )
            select delivered.profile_id, delivered.occurred_at as delivered_at, min(opened.occurred_at) as opened_at
              from (
                select mail.*, lead(occurred_at) over (partition by profile_id order by occurred_at, message) as next_at
                  from mail where type = 'Email Delivered') delivered
              left join mail opened on opened.profile_id = delivered.profile_id
               and opened.type = 'Email Opened'
               and opened.occurred_at >= delivered.occurred_at
               and case when opened.message is null
                        then delivered.next_at is null or opened.occurred_at < delivered.next_at
                        else opened.message = delivered.message end
             group by delivered.profile_id, delivered.occurred_at, delivered.message
             order by delivered.profile_id, delivered.occurred_at
            """;

    private final ProfileStore profiles;

    MessageHistory(ProfileStore profiles) {
        this.profiles = profiles;
    }

    /** Everyone asked for, who has no message as one without any; in the default zone where none is known. */
    Map<UUID, Reader> of(Handle handle, Collection<UUID> people, Instant since, Instant until, ZoneId otherwise) {
        Map<UUID, List<ReceivedMessage>> messages = new HashMap<>();
        handle.createQuery(MESSAGES.formatted("membership.profile_id = any(:profiles)", ":since", ":until"))
                .bindArray("profiles", UUID.class, people)
                .bind("since", since.atOffset(ZoneOffset.UTC))
                .bind("until", until.atOffset(ZoneOffset.UTC))
                .map((row, context) -> messages.computeIfAbsent(
                                row.getObject("profile_id", UUID.class), any -> new ArrayList<>())
                        .add(message(row)))
                .list();
        Map<UUID, Map<String, String>> attributes = profiles.clearAttributes(handle, people);
        Map<UUID, Reader> readers = new HashMap<>();
        people.forEach(person -> readers.put(
                person,
                new Reader(
                        zone(attributes.getOrDefault(person, Map.of())).orElse(otherwise),
                        messages.getOrDefault(person, List.of()))));
        return readers;
    }

    static ReceivedMessage message(ResultSet row) throws SQLException {
        return new ReceivedMessage(
                row.getObject("delivered_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("opened_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    /** Empty for what is no zone: a source can write anything. */
    private static Optional<ZoneId> zone(Map<String, String> attributes) {
        try {
            return Optional.ofNullable(attributes.get("time_zone")).map(ZoneId::of);
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }
}
