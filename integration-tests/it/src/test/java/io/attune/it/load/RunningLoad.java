package io.attune.it.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.attune.it.environment.Environment;
import io.attune.it.oracle.FeatureRecount;
import io.attune.it.oracle.RecordBooks;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A load on its way through the hub, and the books that must balance when it has passed. Not thread-safe. */
public final class RunningLoad implements AutoCloseable {
    /** Long: a killed node's consumers are missed only after their session has ended. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Environment environment;
    private final Load load;
    private final RecordBooks books;
    private final KafkaFeed feed;
    private final long ledgerBefore;
    private final long rejectsBefore;
    private final CompletableFuture<Void> sending;

    private RunningLoad(Environment environment, Load load) {
        this.environment = environment;
        this.load = load;
        this.books = new RecordBooks(environment.database());
        this.ledgerBefore = books.ledger();
        this.rejectsBefore = books.rejects();
        this.feed = new KafkaFeed(environment.sandbox().kafka().bootstrapServers());
        this.sending = feed.send(load);
    }

    /** Begins to send. Nothing else may send web events until it has passed. */
    public static RunningLoad start(Environment environment, Load load) {
        return new RunningLoad(environment, load);
    }

    /** How many records the hub has accepted since the load began. */
    public long accepted() {
        return books.ledger() - ledgerBefore;
    }

    /** Waits until the hub has accepted so many records since the load began. */
    public void awaitAccepted(long records) {
        await().atMost(PATIENCE).until(this::accepted, accepted -> accepted >= records);
    }

    /** Waits until all of it is an event or a reject, and holds every number to what it must be. */
    public void awaitBalance() {
        await().atMost(PATIENCE).until(sending::isDone);
        sending.join();
        var messages = load.messages();
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(books.events(messages)).as("messages that became events").isEqualTo(messages.size());
            assertThat(books.rejects() - rejectsBefore).as("rejects").isEqualTo(load.broken());
        });
        assertThat(books.inLedger(messages)).as("messages in the ledger").isEqualTo(messages.size());
        awaitFeatures();
    }

    /** A vector is written in the transaction of its events, so there is nothing to wait for but the last batch. */
    private void awaitFeatures() {
        FeatureRecount recount =
                new FeatureRecount(environment.database(), environment.home().resolve("mojo-models/definitions"));
        assertThat(recount.differences())
                .as("vectors that differ from a recount")
                .isEmpty();
        assertThat(recount.size()).as("vectors compared").isPositive();
    }

    @Override
    public void close() {
        feed.close();
    }
}
