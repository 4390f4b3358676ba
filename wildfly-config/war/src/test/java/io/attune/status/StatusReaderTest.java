package io.attune.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.database.PostgresDatabase;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StatusReaderTest {
    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase();

    private final StatusReader reader = new StatusReader(POSTGRES.database(), Clock.systemUTC(), "one");

    @BeforeEach
    void clear() {
        POSTGRES.clear();
    }

    @Test
    void anEmptyHubIsAllZero() {
        HubStatus status = reader.read();

        assertThat(status.records()).isEmpty();
        assertThat(status.profiles()).isZero();
        assertThat(status.latencyMillis()).isEmpty();
        assertThat(status.release()).isEmpty();
    }

    @Test
    void countsBySourceChannelAndStateAndLeavesMergedProfilesOut() {
        POSTGRES.database().useHandle(handle -> handle.createScript("""
                insert into record_ledger (record_id, source, received_at) values
                  (gen_random_uuid(), 'web', now()), (gen_random_uuid(), 'web', now()), (gen_random_uuid(), 'pos', now());
                insert into profile (profile_id, created_at, changed_at, merged_into) values
                  ('00000000-0000-0000-0000-000000000001', now(), now(), null),
                  ('00000000-0000-0000-0000-000000000002', now(), now(), '00000000-0000-0000-0000-000000000001');
                insert into reject (reject_id, source, stage, place, code, reason, original, received_at, rejected_at, state)
                values (gen_random_uuid(), 'web', 'map', 'p', 'C', 'r', '', now(), now(), 'open'),
                       (gen_random_uuid(), 'web', 'map', 'p', 'C', 'r', '', now(), now(), 'replayed');
                insert into delivery (delivery_id, profile_id, campaign, occurrence, channel, purpose, state, token, due_at,
                  expires_at, received_at, created_at, sent_at, release_hash)
                values (gen_random_uuid(), '00000000-0000-0000-0000-000000000001', 'welcome', '1', 'sms', 'marketing',
                  'sent', 't', now(), now(), now(), now(), now() + interval '50 milliseconds', 'abc');
                insert into paused_channel values ('sms', now(), 'ana');
                """).execute());

        HubStatus status = reader.read();

        assertThat(status.records()).isEqualTo(Map.of("web", 2L, "pos", 1L));
        assertThat(status.rejects()).isEqualTo(Map.of("web", 2L));
        assertThat(status.openRejects()).isEqualTo(1);
        assertThat(status.profiles()).isEqualTo(1);
        assertThat(status.deliveries()).isEqualTo(Map.of("sms", Map.of("sent", 1L)));
        assertThat(status.pausedChannels()).containsExactly("sms");
        assertThat(status.latencyMillis())
                .hasValueSatisfying(latency -> assertThat(latency.p99()).isEqualTo(50));
    }
}
