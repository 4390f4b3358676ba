package io.attune.bench.tracking;

import io.attune.bench.Latencies;
import io.attune.sandbox.inbox.Inbox;
import io.attune.sandbox.inbox.Message;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * A shop that sends 200 events a second, whatever becomes of them: in turn somebody who signs up for mail, the first order
 * of somebody who did so two seconds before, and eight looks at products. What counts is how long after its order was sent a person's welcome is with the mail
 * service. Not thread-safe.
 */
final class SteadyShop {
    static final int RATE = 200;

    private static final int PATTERN = 10;
    /** How many people sign up between somebody's signing up and ordering: two seconds. */
    private static final int HESITATION = 40;

    private static final Duration TURN = Duration.ofSeconds(15);
    private static final long PATIENCE = Duration.ofMinutes(1).toNanos();
    private static final long STEP = Duration.ofSeconds(1).toNanos() / RATE;

    private final ShopEvents events;
    private final Inbox inbox;
    private final Clock clock;

    SteadyShop(ShopEvents events, Inbox inbox, Clock clock) {
        this.events = events;
        this.inbox = inbox;
        this.clock = clock;
    }

    /**
     * What a turn came to.
     *
     * @param workMicros what the server's process used of all processors until every message had come, for each event
     */
    record Result(double workMicros, Latencies latencies) {}

    /**
     * Sends for a while and waits for every message.
     *
     * @param name begins every user's id, unique among turns
     */
    Result run(TrackingTarget target, String name) {
        Duration workBefore = target.work();
        long inboxBefore = inbox.size();
        Map<String, Instant> orders = new ConcurrentHashMap<>();
        Map<Integer, CompletableFuture<Void>> introductions = new HashMap<>();
        List<CompletableFuture<Void>> sent = new ArrayList<>();
        long start = System.nanoTime();
        long steps = TURN.toSeconds() * RATE;
        for (int step = 0; step < steps; step++) {
            pauseUntil(start + step * STEP);
            int person = step / PATTERN;
            int customer = person - HESITATION;
            String user = name + "-" + person;
            if (step % PATTERN == 0) {
                introductions.put(person, target.send("identify", events.introduction(user)));
            } else if (step % PATTERN == PATTERN / 2 && customer >= 0) {
                // After the answer: an order that overtook its person's consent would be nobody's to answer.
                sent.add(
                        introductions.get(customer).thenCompose(known -> order(target, name + "-" + customer, orders)));
            } else {
                sent.add(target.send("track", events.look()));
            }
        }
        CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
        Latencies latencies = latencies(orders, arrivals(orders, inboxBefore));
        return new Result(target.work().minus(workBefore).toNanos() / 1e3 / steps, latencies);
    }

    private CompletableFuture<Void> order(TrackingTarget target, String user, Map<String, Instant> orders) {
        orders.put(ShopEvents.email(user), clock.instant());
        return target.send("track", events.order(user));
    }

    private static void pauseUntil(long moment) {
        for (long left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** When each welcome was accepted, by address. */
    private Map<String, Instant> arrivals(Map<String, Instant> orders, long from) {
        Map<String, Instant> arrived = new HashMap<>();
        long position = from;
        long end = System.nanoTime() + PATIENCE;
        while (arrived.size() < orders.size()) {
            List<Message> messages = inbox.from(position, RATE);
            position += messages.size();
            messages.stream()
                    .filter(message -> orders.containsKey(message.to()))
                    .forEach(message -> arrived.putIfAbsent(message.to(), message.at()));
            if (messages.isEmpty()) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("a minute later " + (orders.size() - arrived.size()) + " of "
                            + orders.size() + " messages had not come");
                }
                LockSupport.parkNanos(STEP);
            }
        }
        return arrived;
    }

    private static Latencies latencies(Map<String, Instant> orders, Map<String, Instant> arrived) {
        return new Latencies(orders.entrySet().stream()
                .mapToDouble(order -> Duration.between(order.getValue(), arrived.get(order.getKey()))
                                .toNanos()
                        / 1e6)
                .toArray());
    }
}
