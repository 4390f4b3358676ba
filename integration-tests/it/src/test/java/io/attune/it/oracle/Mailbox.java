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
        List<Message> all = new ArrayList<>();
        for (long position = 0; position < inbox.size(); position += PAGE) {
            all.addAll(inbox.from(position, PAGE));
        }
        return all.stream().filter(message -> message.channel().equals(channel)).toList();
    }

    /** The e-mails that were sent to an address. */
    public List<Message> mailTo(String address) {
        return messages(Message.MAILCHIMP).stream()
                .filter(message -> message.to().equals(address))
                .toList();
    }

    /** What is wrong, a line each: a message twice, one that nobody decided, or one that is said to be sent and is not. */
    public List<String> disagreements() {
        Map<String, List<Message>> accepted = messages(Message.MAILCHIMP).stream()
                .collect(Collectors.groupingBy(
                        message -> message.metadata().getOrDefault(TOKEN, "none"), TreeMap::new, Collectors.toList()));
        List<Sent> sent = sent();
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

    /** Of these addresses, those that no e-mail was sent to. */
    public Set<String> withoutMail(Collection<String> addresses) {
        Set<String> without = new HashSet<>(addresses);
        messages(Message.MAILCHIMP).forEach(message -> without.remove(message.to()));
        return without;
    }

    /** Of these addresses, those that an e-mail was sent to. */
    public Set<String> withMail(Collection<String> addresses) {
        Set<String> with = new HashSet<>(addresses);
        with.removeAll(withoutMail(addresses));
        return with;
    }

    private record Sent(String token, String campaign, String occurrence) {}

    private List<Sent> sent() {
        return database.withHandle(handle -> handle.createQuery("""
                        select token, campaign, occurrence from delivery
                        where channel = 'mailchimp' and state in ('sent', 'delivered')
                        """)
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
