package io.attune.warehouse;

import io.attune.warehouse.TargetTable.Column;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What can be exported without personal data, as the hub's database holds it. */
final class Relations {
    private static final Column PROFILE = new Column("profile_id", ColumnType.ID);

    static final Relation PROFILES = new Relation(
            "profile",
            List.of(
                    PROFILE,
                    new Column("version", ColumnType.WHOLE),
                    new Column("created_at", ColumnType.TIME),
                    new Column("changed_at", ColumnType.TIME),
                    new Column("merged_into", ColumnType.ID)),
            1,
            """
            select profile_id, version, created_at, changed_at, merged_into, changed_at as changed
            from profile where changed_at >= ? order by changed, profile_id
            """);

    static final Relation SCORES = new Relation(
            "score",
            List.of(
                    PROFILE,
                    new Column("model", ColumnType.TEXT),
                    new Column("version", ColumnType.TEXT),
                    new Column("value", ColumnType.NUMBER),
                    new Column("reason", ColumnType.TEXT),
                    new Column("as_of", ColumnType.TIME)),
            2,
            """
            select profile_id, model, version, value, reason, as_of, as_of as changed
            from score where as_of >= ? order by changed, profile_id, model
            """);

    static final Relation SEGMENTS = new Relation(
            "segment",
            List.of(
                    PROFILE,
                    new Column("segment", ColumnType.TEXT),
                    new Column("since", ColumnType.TIME),
                    new Column("until", ColumnType.TIME)),
            3,
            """
            select * from (
              select profile_id, segment, since, until, greatest(since, coalesce(until, since)) as changed
              from segment_membership) memberships
            where changed >= ? order by changed, profile_id, segment, since
            """);

    private Relations() {}

    /** The features with a column each: those that any vector has. */
    static Relation features(Connection hub) throws SQLException {
        List<Column> columns = new ArrayList<>(List.of(PROFILE, new Column("as_of", ColumnType.TIME)));
        StringBuilder sql = new StringBuilder("select profile_id, as_of");
        try (PreparedStatement statement = hub.prepareStatement("""
                select each.key, bool_or(jsonb_typeof(each.value) = 'string') as text
                from feature_vector v cross join lateral jsonb_each(v.features) each
                group by each.key order by each.key
                """)) {
            try (ResultSet names = statement.executeQuery()) {
                while (names.next()) {
                    boolean text = names.getBoolean("text");
                    String name = names.getString("key");
                    columns.add(new Column(name, text ? ColumnType.TEXT : ColumnType.NUMBER));
                    String value = "features ->> '" + name.replace("'", "''") + "'";
                    sql.append(", ").append(text ? value : "(" + value + ")::double precision");
                }
            }
        }
        sql.append(", as_of as changed from feature_vector where as_of >= ? order by changed, profile_id");
        return new Relation("feature", columns, 1, sql.toString());
    }
}
