package io.attune.sandbox.population.answer;

import io.attune.sandbox.population.behaviour.Purchase;
import io.attune.sandbox.population.dice.Dice;
import io.attune.sandbox.population.live.Acts;
import io.attune.sandbox.population.live.Pending;
import io.attune.sandbox.population.person.Person;
import io.attune.sandbox.population.sink.Sinks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * People reading their messages: each step takes note of the new ones and does what is due about earlier ones. What a
 * person does about their n-th message on a channel is always the same. Steps are not safe for use by several threads;
 * the counts are.
 */
public final class Readers {
    private final Inbox inbox;
    private final Answers answers;
    private final Directory directory;
    private final Reactions reactions;
    private final Acts acts;
    private final Sinks sinks;
    private final AnswerOptions options;
    private final Clock clock;
    private final Consumer<Consequence> witness;
    private final Map<String, Integer> messagesByAddress = new HashMap<>();
    private final PriorityQueue<Due> due = new PriorityQueue<>(Comparator.comparing(Due::at));
    private final Pending pending = new Pending();
    private final Map<Reaction.Kind, AtomicLong> counts = new HashMap<>();
    private int position;

    private record Due(Instant at, Reaction.Kind kind, Message message, Person person) {}

    /**
     * Begins with the first message in the inbox.
     *
     * @param witness told of the traces of what people do about messages, before they are sent
     */
    public Readers(
            Inbox inbox,
            Answers answers,
            Directory directory,
            Reactions reactions,
            Acts acts,
            Sinks sinks,
            AnswerOptions options,
            Clock clock,
            Consumer<Consequence> witness) {
        this.inbox = inbox;
        this.answers = answers;
        this.directory = directory;
        this.reactions = reactions;
        this.acts = acts;
        this.sinks = sinks;
        this.options = options;
        this.clock = clock;
        this.witness = witness;
        for (Reaction.Kind kind : Reaction.Kind.values()) {
            counts.put(kind, new AtomicLong());
        }
    }

    /** Does what is to be done by now. */
    public void step() {
        Instant now = clock.instant();
        for (Message message : inbox.from(position)) {
            directory.owner(message.to()).ifPresent(person -> plan(message, person, now));
            position++;
        }
        while (!due.isEmpty() && !due.peek().at().isAfter(now)) {
            react(due.peek(), now);
            due.remove();
        }
        pending.send(now, sinks.web());
    }

    /** How often people did something of a kind about a message. */
    public long count(Reaction.Kind kind) {
        return counts.get(kind).get();
    }

    /** How many reactions are planned and not yet due. */
    public int planned() {
        return due.size();
    }

    private void plan(Message message, Person person, Instant arrival) {
        String address = message.channel() + " " + person.id();
        int number = messagesByAddress.merge(address, 1, Integer::sum);
        Dice dice = person.dice().split("message " + message.channel()).split(number);
        for (Reaction reaction : reactions.to(message.channel(), arrival, person, dice)) {
            long milliseconds = (long) (reaction.after().toMillis() / options.speed());
            Instant at = arrival.plus(Duration.ofMillis(milliseconds));
            due.add(new Due(at, reaction.kind(), message, person));
        }
    }

    private void react(Due reaction, Instant now) {
        Message message = reaction.message();
        switch (reaction.kind()) {
            case OPEN -> answers.open(message, now);
            case CLICK -> {
                answers.click(message, now);
                follow(message, reaction.person(), now);
            }
            case BUY -> buy(message, reaction.person(), now);
            case UNSUBSCRIBE -> leave(message, now);
        }
        counts.get(reaction.kind()).incrementAndGet();
    }

    private void leave(Message message, Instant now) {
        if (message.channel() == Message.Channel.EMAIL) {
            answers.unsubscribe(message, now);
        } else {
            answers.stop(message, now);
        }
    }

    private void follow(Message message, Person person, Instant now) {
        String campaign = message.campaign().orElse("unknown");
        Consequence visit = new Consequence(person, acts.follow(person, campaign, 1 / options.speed(), now), List.of());
        witness.accept(visit);
        pending.addAll(visit.events());
    }

    private void buy(Message message, Person person, Instant now) {
        String campaign = message.campaign().orElse("unknown");
        boolean online =
                person.presence().customerId().isPresent() && person.buying().onlineShare() > 0.3;
        Consequence purchase = online
                ? new Consequence(person, acts.order(person, campaign, 1 / options.speed(), now), List.of())
                : new Consequence(person, List.of(), acts.sale(person, Purchase.Cause.MESSAGE, now));
        witness.accept(purchase);
        pending.addAll(purchase.events());
        if (!purchase.sales().isEmpty()) {
            sinks.sales().put(purchase.sales());
        }
    }
}
