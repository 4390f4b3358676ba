package io.attune.delivery;

import static io.attune.delivery.OutboxFixture.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.attune.database.PostgresDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** An outbox, and Ada who reads her mail, for tests of what becomes of a message; each extends this. */
abstract class OutboxOfAda {
    static final Duration DAY = Duration.ofDays(1);

    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase();

    @TempDir
    static Path folder;

    OutboxFixture fixture;
    Readers readers;
    Outbox outbox;

    @BeforeEach
    void begin() {
        POSTGRES.clear();
        fixture = new OutboxFixture(POSTGRES, folder);
        readers = fixture.readers;
        outbox = fixture.outbox;
    }

    String ada(String occurrence) {
        return readers.pending(readers.emailReader("ada@example.com", START), "mailchimp", occurrence, START, DAY);
    }

    static <T> T one(List<T> list) {
        assertThat(list).hasSize(1);
        return list.get(0);
    }
}
