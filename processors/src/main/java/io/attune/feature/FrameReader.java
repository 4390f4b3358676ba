package io.attune.feature;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads the histories of all people, one after the other, by two cursors that run side by side: their events, and whose their
 * nodes were. Not safe to share between threads.
 */
final class FrameReader {

    private static final int ROWS_AT_ONCE = 5_000;

    // Profiles that an unmerge parted, or what became of them, share a history: the smallest id of each circle is its
    // root.
    private static final String ROOTS = """
            with recursive parted as (
              select before.profile_id as one, after.profile_id as other
              from membership after
              join membership before on before.node_id = after.node_id and before.until = after.since
              where after.reason like 'unmerge:%'),
            way as (
              select one as profile_id, one as now from parted
              union
              select other, other from parted
              union
              select way.profile_id, p.merged_into from way join profile p on p.profile_id = way.now
              where p.merged_into is not null),
            alive as (
              select way.profile_id, way.now
              from way join profile p on p.profile_id = way.now and p.merged_into is null),
            pair as (
              select one.now as one, other.now as other
              from parted
              join alive one on one.profile_id = parted.one
              join alive other on other.profile_id = parted.other),
            circle as (
              select one as profile_id, one as root from pair
              union
              select other, other from pair
              union
              select case when pair.one = circle.profile_id then pair.other else pair.one end, circle.root
              from circle join pair on circle.profile_id in (pair.one, pair.other)),
            root as (select profile_id, min(root::text) as root from circle group by profile_id)
            """;

    // A receipt that names nobody is a profile of its own that can never return: it would teach that whoever buys once
    // is gone.
    private static final String NAMED = """
            exists (
              select from membership other join node_identifier named on named.node_id = other.node_id
              where other.profile_id = m.profile_id and other.until is null)
            """;

    private final Connection connection;
    private final FeatureDefinitions features;
    private final Optional<String> groups;
    private final Instant end;

    /**
     * A reader.
     *
     * @param connection without auto-commit, or all is read at once
     * @param groups the attribute by which figures are compared
     * @param end events at or after it are not read
     */
    FrameReader(Connection connection, FeatureDefinitions features, Optional<String> groups, Instant end) {
        this.connection = connection;
        this.features = features;
        this.groups = groups;
        this.end = end;
    }

    void forEach(Consumer<PersonHistory> consumer) throws SQLException {
        try (PreparedStatement events = events();
                PreparedStatement memberships = memberships();
                ResultSet eventRows = events.executeQuery();
                ResultSet membershipRows = memberships.executeQuery()) {
            Memberships ofNodes = new Memberships(membershipRows);
            String person = "";
            String group = "";
            List<HistoricActivity> history = new ArrayList<>();
            while (eventRows.next()) {
                String owner = eventRows.getString("root");
                if (!owner.equals(person)) {
                    take(person, group, history, ofNodes, consumer);
                    history.clear();
                    person = owner;
                    group = Optional.ofNullable(eventRows.getString("person_group"))
                            .orElse("");
                }
                history.add(event(eventRows));
            }
            take(person, group, history, ofNodes, consumer);
        }
    }

    private static void take(
            String person,
            String group,
            List<HistoricActivity> history,
            Memberships ofNodes,
            Consumer<PersonHistory> consumer)
            throws SQLException {
        if (!history.isEmpty()) {
            consumer.accept(new PersonHistory(person, group, history, ofNodes.of(person)));
        }
    }

    private PreparedStatement events() throws SQLException {
        PreparedStatement statement =
                connection.prepareStatement(ROOTS + """
                select coalesce(root.root, m.profile_id::text) as root, e.received_at, e.backfill,
                  g.value as person_group,
                """ + ActivityRow.columns("?") + """
                from event e join membership m on m.node_id = e.node_id and m.until is null
                left join root on root.profile_id = m.profile_id
                left join (
                  select distinct on (own.profile_id) own.profile_id, a.value
                  from membership own join node_attribute a on a.node_id = own.node_id
                  where own.until is null and a.name = ? and a.value is not null
                  order by own.profile_id, a.occurred_at desc) g on g.profile_id = m.profile_id
                where e.type = any(?) and e.occurred_at < ? and
                """ + NAMED + " order by 1");
        statement.setFetchSize(ROWS_AT_ONCE);
        statement.setArray(1, texts(features.detailedEventTypes()));
        statement.setString(2, groups.orElse(""));
        statement.setArray(3, texts(features.eventTypes()));
        statement.setObject(4, end.atOffset(ZoneOffset.UTC));
        return statement;
    }

    private PreparedStatement memberships() throws SQLException {
        PreparedStatement statement =
                connection.prepareStatement(ROOTS + """
                select coalesce(root.root, m.profile_id::text) as root, past.node_id, past.profile_id, past.since, past.until
                from membership m join membership past on past.node_id = m.node_id
                left join root on root.profile_id = m.profile_id
                where m.until is null and
                """ + NAMED + " order by 1, past.node_id, past.since");
        statement.setFetchSize(ROWS_AT_ONCE);
        return statement;
    }

    private Array texts(Iterable<String> values) throws SQLException {
        List<String> list = new ArrayList<>();
        values.forEach(list::add);
        return connection.createArrayOf("text", list.toArray());
    }

    private static HistoricActivity event(ResultSet row) throws SQLException {
        return new HistoricActivity(ActivityRow.read(row), instant(row, "received_at"), row.getBoolean("backfill"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** Comes by every person in the same order as the events do, and by some who have none. */
    private static final class Memberships {
        private final ResultSet rows;
        private boolean more;

        Memberships(ResultSet rows) throws SQLException {
            this.rows = rows;
            more = rows.next();
        }

        Map<Long, List<NodeMembership>> of(String person) throws SQLException {
            while (more && !rows.getString("root").equals(person)) {
                more = rows.next();
            }
            Map<Long, List<NodeMembership>> byNode = new HashMap<>();
            while (more && rows.getString("root").equals(person)) {
                byNode.computeIfAbsent(rows.getLong("node_id"), any -> new ArrayList<>())
                        .add(new NodeMembership(
                                rows.getString("profile_id"),
                                instant(rows, "since"),
                                Optional.ofNullable(rows.getObject("until", OffsetDateTime.class))
                                        .map(OffsetDateTime::toInstant)));
                more = rows.next();
            }
            return byNode;
        }
    }
}
