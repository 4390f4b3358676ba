package io.attune.it.oracle;

import io.attune.it.environment.Environment;
import io.attune.sandbox.inbox.Inbox;
import io.attune.sandbox.inbox.Message;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/**
 * Holds what the stand-ins were told to send against what the hub's database says was sent. The inbox belongs to the
 * stand-ins, so the hub cannot make it agree. Thread-safe.
 */
public final class Mailbox {
    private static final int PAGE = 1_000;
    private static final String TOKEN = "attune_token";

    private final Jdbi database;
    private final Inbox inbox;

    public Mailbox(Jdbi database, Inbox inbox) {
        this.database = database;
        this.inbox = inbox;
    }

    public static Mailbox of(Environment environment) {
        return new Mailbox(
                environment.database(), environment.sandbox().standIns().inbox());
    }

    /** Every message of a channel that the stand-ins accepted. */
    public List<Message> messages(String channel) {
        return everyMessage().stream()
                .filter(message -> message.channel().equals(channel))
                .toList();
    }

    private List<Message> everyMessage() {
        List<Message> all = new ArrayList<>();
        for (long position = 0; position < inbox.size(); position += PAGE) {
            all.addAll(inbox.from(position, PAGE));
        }
        return all;
    }

    /** The e-mails that were sent to an address. */
    public List<Message> mailTo(String address) {
        return messages(Message.MAILCHIMP).stream()
                .filter(message -> message.to().equals(address))
                .toList();
    }

    /** What is wrong, a line each: a message twice, one that nobody decided, or one that is said to be sent and is not. */
    public List<String> disagreements() {
        return Stream.of(Message.MAILCHIMP, Message.SMS)
                .flatMap(channel -> disagreements(channel).stream())
                .toList();
    }

    private List<String> disagreements(String channel) {
        Map<String, List<Message>> accepted = messages(channel).stream()
                .collect(Collectors.groupingBy(Mailbox::token, TreeMap::new, Collectors.toList()));
        List<Sent> sent = sent(channel);
        List<String> wrong = new ArrayList<>();
        accepted.forEach((token, messages) -> {
            if (messages.size() > 1) {
                wrong.add(messages.size() + " messages for the delivery of token " + token);
            }
        });
        Set<String> sentTokens = sent.stream().map(Sent::token).collect(Collectors.toSet());
        accepted.keySet().stream()
                .filter(token -> !sentTokens.contains(token))
                .forEach(
                        token -> wrong.add("a message for token " + token + ", which the database does not call sent"));
        sent.stream()
                .filter(delivery -> !accepted.containsKey(delivery.token()))
                .forEach(delivery -> wrong.add("no message for " + delivery));
        wrong.addAll(repetitions(accepted, sent));
        return wrong;
    }

    /** Messages that wait or are on their way, or of which nobody knows yet. */
    public long unfinished() {
        return database.withHandle(handle -> handle.createQuery(
                        "select count(*) from delivery where state in ('pending', 'sending', 'unknown')")
                .mapTo(Long.class)
                .one());
    }

    /** The token that the hub gave a message: in an e-mail's metadata, in a text message's callback URL. */
    private static String token(Message message) {
        String callback = message.metadata().getOrDefault("callback", "");
        return message.metadata().getOrDefault(TOKEN, callback.substring(callback.lastIndexOf('=') + 1));
    }

    /** Of these e-mail addresses or numbers, those that no message was sent to. */
    public Set<String> withoutMessage(Collection<String> addresses) {
        Set<String> without = new HashSet<>(addresses);
        everyMessage().forEach(message -> without.remove(message.to()));
        return without;
    }

    /** Of these e-mail addresses or numbers, those that a message was sent to. */
    public Set<String> withMessage(Collection<String> addresses) {
        Set<String> with = new HashSet<>(addresses);
        with.removeAll(withoutMessage(addresses));
        return with;
    }

    private record Sent(String token, String campaign, String occurrence) {}

    private List<Sent> sent(String channel) {
        return database.withHandle(handle -> handle.createQuery("""
                        select token, campaign, occurrence from delivery
                        where channel = :channel and state in ('sent', 'delivered')
                        """)
                .bind("channel", channel)
                .map((row, context) -> new Sent(row.getString(1), row.getString(2), row.getString(3)))
                .list());
    }

    private static List<String> repetitions(Map<String, List<Message>> accepted, List<Sent> sent) {
        Map<String, List<String>> byAddress = new TreeMap<>();
        for (Sent delivery : sent) {
            for (Message message : accepted.getOrDefault(delivery.token(), List.of())) {
                byAddress
                        .computeIfAbsent(
                                message.to() + " " + delivery.campaign() + " " + delivery.occurrence(),
                                key -> new ArrayList<>())
                        .add(message.id());
            }
        }
        return byAddress.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> "an address got one occurrence twice: " + entry)
                .toList();
    }
}
