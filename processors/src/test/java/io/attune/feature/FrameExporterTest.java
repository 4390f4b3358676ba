package io.attune.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.database.PostgresDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class FrameExporterTest {

    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase();

    private static final Instant END = Instant.parse("2026-11-01T00:00:00Z");

    @TempDir
    Path folder;

    @Test
    void exportsThePeopleOfTheHubAtSeveralMoments() throws SQLException, IOException {
        PeopleInDatabase people = new PeopleInDatabase(POSTGRES);
        List<Activity> orders = new ArrayList<>();
        for (int index = 0; index < 3; index++) {
            PeopleInDatabase.Person person = people.person(END, 2);
            for (int day = 20; day < 400; day += 40) {
                orders.add(new Activity(
                        person.nodes().get(day % 2),
                        "pos",
                        "Order Completed",
                        END.minus(Duration.ofDays(day)),
                        100_000));
            }
        }
        people.receive(orders, END, true);
        people.person(END, 1);

        Path frame = folder.resolve("frame.csv");
        FrameSummary summary;
        try (Connection connection = POSTGRES.dataSource().getConnection()) {
            summary =
                    FrameExporter.of(VectorComputationTest.DEFINITIONS, "churn").export(connection, END, frame);
            assertThat(connection.getAutoCommit()).isTrue();
        }

        List<String> lines = Files.readAllLines(frame);
        assertThat(summary.people()).isEqualTo(3);
        assertThat(lines).hasSize((int) summary.rows() + 1);
        assertThat(lines.get(0)).startsWith("person,as_of,label,group,days_since_last_order,");
        assertThat(folder.resolve("frame.csv.notes.json"))
                .content()
                .contains(
                        "\"name\" : \"days_since_last_order\"",
                        "\"owner\" : \"commerce\"",
                        "\"privacy\" : \"ordinary\"");
        assertThat(summary.positives()).isZero();
        assertThat(summary.rows()).isGreaterThan(3);
    }
}
