package io.attune.sandbox.demo;

import io.attune.sandbox.inbox.Inbox;
import io.attune.sandbox.inbox.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/**
 * Compares, row for row, the messages that the stand-ins hold with the deliveries that the hub calls sent: each delivery
 * with its channel's message id must be there once, and nothing else. Thread-safe.
 */
public final class InboxAgreement {
    private static final int PAGE = 10_000;
    private static final String SENT = """
            select channel, channel_message_id, token from delivery
            where state in ('sent', 'delivered')
            """;

    private final Jdbi database;
    private final Inbox inbox;

    public InboxAgreement(DataSource database, Inbox inbox) {
        this.database = Jdbi.create(database);
        this.inbox = inbox;
    }

    /** One line for each difference; empty when they agree. */
    public List<String> differences() {
        Map<String, String> sent = sent();
        List<String> differences = new ArrayList<>();
        for (long position = 0; position < inbox.size(); position += PAGE) {
            for (Message message : inbox.from(position, PAGE)) {
                compare(message, sent, differences);
            }
        }
        sent.keySet().forEach(key -> differences.add(key + " is sent by the database, but in no inbox"));
        return differences;
    }

    private static void compare(Message message, Map<String, String> sent, List<String> differences) {
        String key = message.channel() + " " + message.id();
        String token = sent.remove(key);
        if (token == null) {
            differences.add(key + " is in the inbox, but no delivery was sent as it");
        } else if (message.metadata().values().stream().noneMatch(value -> value.contains(token))) {
            differences.add(key + " carries the token of another delivery");
        }
    }

    private Map<String, String> sent() {
        return database.withHandle(handle -> handle.createQuery(SENT)
                .reduceResultSet(new HashMap<>(), (all, row, context) -> {
                    all.put(row.getString(1) + " " + row.getString(2), row.getString(3));
                    return all;
                }));
    }
}
