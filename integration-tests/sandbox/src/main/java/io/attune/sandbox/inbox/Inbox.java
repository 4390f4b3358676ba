package io.attune.sandbox.inbox;

import io.attune.sandbox.store.Journal;
import io.attune.sandbox.store.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Every message that the services accepted, in the order in which they did. Thread-safe. */
public final class Inbox {
    private final Table<Message> messages;

    public Inbox(Journal journal) {
        this.messages = journal.table("message", Message.class);
    }

    public void add(Message message) {
        messages.put(message.id(), message);
    }

    public void addAll(List<Message> accepted) {
        messages.putAll(accepted.stream()
                .collect(Collectors.toMap(Message::id, message -> message, (one, two) -> two, LinkedHashMap::new)));
    }

    /**
     * One message.
     *
     * @param id the service's own
     */
    public Optional<Message> find(String id) {
        return messages.get(id);
    }

    /** How many messages there are: the position at which the next one will be. */
    public long size() {
        return messages.size();
    }

    /** At most {@code limit} messages from a position on (0 = the oldest). Positions are kept over restarts. */
    public List<Message> from(long position, int limit) {
        return messages.values(position, limit);
    }

    /** Messages and distinct recipients of a channel. */
    public record Count(long messages, long people) {}

    public Map<String, Count> counts() {
        Map<String, List<Message>> byChannel = messages.values().stream()
                .collect(Collectors.groupingBy(Message::channel, TreeMap::new, Collectors.toList()));
        Map<String, Count> counts = new TreeMap<>();
        counts.put(Message.MAILCHIMP, new Count(0, 0));
        counts.put(Message.SMS, new Count(0, 0));
        byChannel.forEach((channel, all) -> counts.put(
                channel,
                new Count(all.size(), all.stream().map(Message::to).distinct().count())));
        return counts;
    }
}
