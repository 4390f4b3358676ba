package io.attune.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.database.PostgresDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FeatureAuditTest {

    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase();

    private static final Instant NOW = Instant.parse("2026-06-15T13:37:42Z");

    private final FeatureDefinitions definitions = FeatureDefinitionReader.read(VectorComputationTest.DEFINITIONS);
    private final FeatureAudit audit = new FeatureAudit(definitions);
    private PeopleInDatabase people;
    private PeopleInDatabase.Person person;

    @BeforeEach
    void receiveTwoOrders() {
        POSTGRES.clear();
        people = new PeopleInDatabase(POSTGRES);
        person = people.person(NOW, 2);
        List<Activity> orders = List.of(order(0, 3), order(1, 40));
        people.receive(orders, NOW, false);
        POSTGRES.database()
                .useTransaction(handle -> new FeatureService(definitions, () -> "release")
                        .update(handle, PeopleInDatabase.changes(person.profile(), orders), NOW));
    }

    @Test
    void findsNothingWhereAllIsInStep() {
        assertThat(differences()).isEmpty();
    }

    @Test
    void findsAnEventThatWasNeverCounted() {
        people.receive(List.of(order(0, 9)), NOW, false);

        assertThat(differences())
                .hasSize(2)
                .anyMatch(difference -> difference.contains("on 2026-06-06 is not what its events add up to"))
                .anyMatch(difference -> difference.contains("orders_30d=2.0"));
    }

    @Test
    void findsADayThatWasCountedTwice() {
        execute("update activity_day set count = count * 2 where day = '2026-06-12'");

        assertThat(differences()).singleElement().asString().contains("on 2026-06-12");
    }

    @Test
    void findsAMissingVectorUnlessItIsDeferred() {
        execute("delete from feature_vector");
        assertThat(differences()).singleElement().asString().contains("has no vector");

        execute("update profile set deferred_at = now()");
        assertThat(differences()).isEmpty();
    }

    private List<String> differences() {
        return POSTGRES.database().inHandle(audit::differences);
    }

    private void execute(String statement) {
        POSTGRES.database().useHandle(handle -> handle.execute(statement));
    }

    private Activity order(int node, int daysAgo) {
        return new Activity(
                person.nodes().get(node), "pos", "Order Completed", NOW.minus(Duration.ofDays(daysAgo)), 125_000);
    }
}
