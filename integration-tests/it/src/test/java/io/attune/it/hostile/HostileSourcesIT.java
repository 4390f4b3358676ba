package io.attune.it.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.attune.it.environment.Environment;
import io.attune.it.environment.EnvironmentExtension;
import io.attune.record.RecordId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people type into Salesforce and tills write into their database may be anything. */
@ExtendWith(EnvironmentExtension.class)
class HostileSourcesIT {
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final List<String> CONTACT_FIELDS = List.of(
            "FirstName",
            "LastName",
            "Email",
            "Phone",
            "MobilePhone",
            "Birthdate",
            "MailingStreet",
            "MailingCity",
            "MailingState",
            "MailingPostalCode",
            "MailingCountry",
            "Loyalty_Id__c",
            "Customer_Id__c",
            "Time_Zone__c",
            "Language__c",
            "Group__c",
            "Email_Consent__c",
            "Email_Consent_At__c",
            "Sms_Consent__c",
            "Sms_Consent_At__c",
            "CreatedDate");

    private final Environment environment;
    private final Jdbi database;

    HostileSourcesIT(Environment environment) {
        this.environment = environment;
        this.database = environment.database();
    }

    @Test
    void keepsOrRejectsEveryHostileContact() {
        List<Map<String, Object>> contacts = new ArrayList<>();
        for (String field : CONTACT_FIELDS) {
            for (String text : Hostility.texts().values()) {
                Map<String, Object> contact = new LinkedHashMap<>(Map.of("FirstName", "Ada", "LastName", "Byron"));
                contact.put(field, text);
                contacts.add(contact);
            }
        }
        long before = contactsAndRejects();

        environment.sandbox().standIns().salesforce().contacts().put(contacts);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(contactsAndRejects() - before).isEqualTo(contacts.size()));
        environment.sandbox().standIns().salesforce().contacts().put(List.of(Map.of("LastName", "After")));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(contactsAndRejects() - before).isEqualTo(contacts.size() + 1));
    }

    @Test
    void keepsOrRejectsEveryHostileSale() throws SQLException {
        long rejectsBefore = rejects("pos");
        long sale = Clock.systemUTC().millis() * 1_000;
        long first = sale;
        try (Connection till = environment.sandbox().till().getConnection()) {
            for (String text : Hostility.texts().values()) {
                if (text.indexOf('\u0000') < 0 && text.indexOf('\ud800') < 0) {
                    for (String column : List.of("receipt", "store", "loyalty_id", "phone", "currency")) {
                        sell(till, sale++, Map.of(column, text));
                    }
                    sell(till, sale, Map.of());
                    line(till, sale++, 1, text);
                }
            }
            for (String soldAt : List.of("infinity", "-infinity", "0001-01-01", "4713-01-01 BC", "294276-12-31")) {
                sell(till, sale++, Map.of("sold_at", soldAt));
            }
            for (String total : List.of("-1", "9999999999.99", "NaN")) {
                sell(till, sale++, Map.of("total", total));
            }
            sell(till, sale++, Map.of("utc_offset_minutes", "2147483647"));
            sell(till, sale, Map.of());
            for (int number = 0; number < 2_000; number++) {
                line(till, sale, number, "Kettle " + number);
            }
            sale++;
        }
        long count = sale - first;

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(events(first, first + count) + rejects("pos") - rejectsBefore)
                        .isEqualTo(count));
        assertThat(rejects("pos")).isGreaterThan(rejectsBefore);
        assertGoesOn(sale);
    }

    @Test
    void readsOnAfterARowFromTheFuture() throws SQLException {
        long sale = Clock.systemUTC().millis() * 1_000 + 500;
        try (Connection till = environment.sandbox().till().getConnection()) {
            sell(till, sale, Map.of("updated_at", "infinity"));
            sell(till, sale + 1, Map.of("updated_at", "2999-01-01T00:00:00Z"));
            sell(till, sale + 2, Map.of("updated_at", "0001-01-01T00:00:00Z"));
        }

        assertGoesOn(sale + 3);
        try (Connection till = environment.sandbox().till().getConnection();
                Statement statement = till.createStatement()) {
            statement.execute("delete from sale where sale_id between " + sale + " and " + (sale + 2));
        }
        assertGoesOn(sale + 4);
    }

    private void assertGoesOn(long sale) throws SQLException {
        try (Connection till = environment.sandbox().till().getConnection()) {
            sell(till, sale, Map.of());
        }
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(events(sale, sale + 1)).isEqualTo(1));
    }

    private static void sell(Connection till, long id, Map<String, String> hostile) throws SQLException {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("sale_id", Long.toString(id));
        values.put("receipt", "R" + id);
        values.put("kind", "sale");
        values.put("store", "S1");
        values.put("sold_at", Clock.systemUTC().instant().toString());
        values.put("utc_offset_minutes", "60");
        values.put("loyalty_id", "L" + id);
        values.put("total", "12.50");
        values.put("currency", "EUR");
        values.put("updated_at", Clock.systemUTC().instant().toString());
        values.putAll(hostile);
        StringBuilder sql = new StringBuilder();
        sql.append("insert into sale (")
                .append(String.join(", ", values.keySet()))
                .append(") select ");
        sql.append(String.join(
                ", ",
                values.keySet().stream()
                        .map(column -> "?::" + TYPES.getOrDefault(column, "text"))
                        .toList()));
        try (PreparedStatement insert = till.prepareStatement(sql.toString())) {
            int at = 1;
            for (String value : values.values()) {
                insert.setString(at++, value);
            }
            insert.executeUpdate();
        }
    }

    private static final Map<String, String> TYPES = Map.of(
            "sale_id", "bigint",
            "sold_at", "timestamptz",
            "utc_offset_minutes", "int",
            "total", "numeric",
            "updated_at", "timestamptz");

    private static void line(Connection till, long sale, int number, String name) throws SQLException {
        try (PreparedStatement insert =
                till.prepareStatement("insert into sale_line values (?, ?, ?, ?, ?, 1, 12.50)")) {
            insert.setLong(1, sale);
            insert.setInt(2, number);
            insert.setString(3, name);
            insert.setString(4, name);
            insert.setString(5, name);
            insert.executeUpdate();
        }
    }

    private long events(long from, long to) {
        List<UUID> records = new ArrayList<>();
        for (long sale = from; sale < to; sale++) {
            records.add(RecordId.of("pos:" + sale + ":sale"));
        }
        return database.withHandle(
                handle -> handle.createQuery("select count(*) from event where record_id = any(:ids)")
                        .bind("ids", records.toArray(UUID[]::new))
                        .mapTo(Long.class)
                        .one());
    }

    /** A contact that is kept has one identity node, however often the hub and Salesforce write to each other. */
    private long contactsAndRejects() {
        return count("select count(*) from identity_node where source = 'salesforce'") + rejects("salesforce");
    }

    private long rejects(String source) {
        return count("select count(*) from reject where source = '" + source + "'");
    }

    private long count(String sql) {
        return database.withHandle(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}
