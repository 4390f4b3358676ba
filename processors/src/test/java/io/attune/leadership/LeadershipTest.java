package io.attune.leadership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.attune.database.PostgresDatabase;
import io.attune.error.AttuneException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LeadershipTest {
    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase();

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(POSTGRES.url());
    }

    private static Leadership node(String name, Leadership.Connections connections) {
        return new Leadership(connections, name, List.of("pollers"), Clock.systemUTC());
    }

    @Test
    void oneLeadsAndTheOtherFollowsWithAHigherEpoch() {
        Leadership one = node("one", LeadershipTest::connect);
        Leadership other = node("other", LeadershipTest::connect);
        one.beat();
        other.beat();
        assertThat(one.holds("pollers")).isTrue();
        assertThat(other.holds("pollers")).isFalse();
        long epoch = one.epoch("pollers").orElseThrow();

        one.close();
        assertThat(one.holds("pollers")).isFalse();
        other.beat();
        assertThat(other.epoch("pollers")).isEqualTo(OptionalLong.of(epoch + 1));
        other.close();
    }

    @Test
    void aLostConnectionEndsTheTermAtTheNextBeat() throws SQLException {
        Connection[] opened = new Connection[1];
        Leadership node = node("one", () -> opened[0] = connect());
        node.beat();
        assertThat(node.holds("pollers")).isTrue();
        opened[0].close();
        node.beat();
        assertThat(node.holds("pollers")).isFalse();
        // The server frees a closed session's lock only a moment later.
        await().untilAsserted(() -> {
            node.beat();
            assertThat(node.holds("pollers")).isTrue();
        });
        node.close();
    }

    @Test
    void anUnreachableDatabaseLeadsNothing() {
        Leadership node = node("one", () -> {
            throw new SQLException("refused", "08001");
        });
        node.beat();
        assertThat(node.holds("pollers")).isFalse();
        assertThatThrownBy(() -> node.holds("poller")).isInstanceOf(AttuneException.class);
        node.close();
    }
}
