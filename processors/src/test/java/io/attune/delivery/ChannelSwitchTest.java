package io.attune.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.consent.Channel;
import io.attune.database.PostgresDatabase;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ChannelSwitchTest {
    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase();

    private final ChannelSwitch channels = new ChannelSwitch(POSTGRES.database(), Clock.systemUTC());

    @BeforeEach
    void clear() {
        POSTGRES.clear();
    }

    @Test
    void aPauseHoldsForEveryNodeUntilItIsTakenBack() {
        channels.pause(Channel.SMS, "ana");

        ChannelSwitch elsewhere = new ChannelSwitch(POSTGRES.database(), Clock.systemUTC());
        assertThat(elsewhere.paused()).containsExactly("sms");
        elsewhere.resume(Channel.SMS, "ben");
        assertThat(channels.paused()).isEmpty();
    }

    @Test
    void whoChangedWhatIsKept() {
        channels.pause(Channel.SMS, "ana");
        channels.pause(Channel.SMS, "ben");
        channels.resume(Channel.SMS, "ben");

        List<String> audited = POSTGRES.database()
                .inHandle(handle -> handle.createQuery(
                                "select actor || ': ' || action || ' ' || subject from audit order by audit_id")
                        .mapTo(String.class)
                        .list());
        assertThat(audited).containsExactly("ana: pause channel sms", "ben: resume channel sms");
    }
}
