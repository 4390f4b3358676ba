package io.attune.delivery;

import io.attune.consent.ConsentStore;
import io.attune.consent.Gate;
import io.attune.consent.SuppressionStore;
import io.attune.crypto.Encryption;
import io.attune.crypto.KeysetFile;
import io.attune.database.PostgresDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/** An outbox over a real database, with a clock that tests move. */
public final class OutboxFixture {

    public static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    public static final DeliveryPolicy POLICY = new DeliveryPolicy(
            Duration.ofSeconds(60), Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofMinutes(1), 5);

    public final MovableClock clock = new MovableClock(START);
    public final Encryption encryption;
    public final Readers readers;
    public final Gate gate = new Gate(new ConsentStore(), new SuppressionStore());
    public final AddressBook addresses;
    public final BackOff backOff = new BackOff(POLICY, new Random(7));
    public final OutboxSignal signal = new OutboxSignal(
            () -> {
                throw new SQLException("not used");
            },
            Thread::new);
    public final Outbox outbox;
    public final Receipts receipts;

    public OutboxFixture(PostgresDatabase postgres, Path folder) {
        this(postgres, folder, POLICY);
    }

    public OutboxFixture(PostgresDatabase postgres, Path folder, DeliveryPolicy policy) {
        encryption = new KeysetFile(folder.resolve("keyset.json")).open();
        readers = new Readers(postgres, encryption);
        addresses = new AddressBook(encryption);
        outbox = new Outbox(
                postgres.database(), gate, addresses, new SuppressionStore(), policy, backOff, clock, signal);
        receipts = new Receipts(postgres.database(), addresses, clock);
    }
}
