package io.attune.warehouse;

import io.attune.database.Database;
import io.attune.profile.KnownIdentifier;
import io.attune.profile.ProfileStore;
import io.attune.profile.ProfileView;
import io.attune.warehouse.ExportPositions.Position;
import io.attune.warehouse.TargetTable.Column;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Exports what is said of people whose profiles changed, a row an attribute: those that name nobody, or all of them and the
 * identifiers as well. What a person no longer has goes.
 */
final class AttributeExport {
    private static final Column PROFILE = new Column("profile_id", ColumnType.ID);
    private static final Relation ATTRIBUTES = new Relation(
            "attribute",
            List.of(PROFILE, new Column("name", ColumnType.TEXT), new Column("value", ColumnType.TEXT)),
            2,
            "");
    private static final Relation IDENTIFIERS = new Relation(
            "identifier",
            List.of(
                    PROFILE,
                    new Column("kind", ColumnType.TEXT),
                    new Column("value", ColumnType.TEXT),
                    new Column("source", ColumnType.TEXT)),
            3,
            "");

    private final RelationExport export;
    private final Database hub;
    private final ProfileStore profiles;
    private final boolean personal;

    AttributeExport(RelationExport export, Database hub, ProfileStore profiles, boolean personal) {
        this.export = export;
        this.hub = hub;
        this.profiles = profiles;
        this.personal = personal;
    }

    List<ExportedTable> run() throws SQLException {
        // What was left out before must come now: the two have positions of their own.
        String name = personal ? "attribute and identifier" : "attribute";
        TargetTable attributes = export.target().prepare(ATTRIBUTES);
        List<TargetTable> tables =
                personal ? List.of(attributes, export.target().prepare(IDENTIFIERS)) : List.of(attributes);
        Position position = export.begin(name);
        Instant stamp = export.stamp(position);
        long[] written = new long[2];
        export.read(
                Relations.PROFILES,
                name,
                position,
                rows -> {
                    List<UUID> people = rows.stream().map(row -> (UUID) row[0]).toList();
                    if (personal) {
                        write(people, stamp, tables, written);
                    } else {
                        List<Object[]> clear =
                                rows(hub.inHandle(handle -> profiles.clearAttributes(handle, people)), stamp);
                        written[0] += clear.size();
                        export.target().replace(attributes, people, clear);
                    }
                },
                attributes.name());
        long deleted = export.end(name, position, tables);
        List<ExportedTable> done = new ArrayList<>();
        done.add(new ExportedTable(attributes.name(), written[0], deleted));
        if (personal) {
            done.add(new ExportedTable(tables.get(1).name(), written[1], 0));
        }
        return done;
    }

    private void write(List<UUID> people, Instant stamp, List<TargetTable> tables, long[] written) throws SQLException {
        Map<UUID, ProfileView> views = hub.inHandle(handle -> profiles.views(handle, people));
        List<Object[]> attributes = new ArrayList<>();
        List<Object[]> identifiers = new ArrayList<>();
        views.forEach((person, view) -> {
            view.attributes().forEach((name, value) -> attributes.add(new Object[] {person, name, value, stamp}));
            for (KnownIdentifier known : view.identifiers()) {
                identifiers.add(new Object[] {person, known.kind(), known.value(), known.source(), stamp});
            }
        });
        export.target().replace(tables.get(0), people, attributes);
        export.target().replace(tables.get(1), people, identifiers);
        written[0] += attributes.size();
        written[1] += identifiers.size();
    }

    private static List<Object[]> rows(Map<UUID, Map<String, String>> attributes, Instant stamp) {
        List<Object[]> rows = new ArrayList<>();
        attributes.forEach((person, values) ->
                values.forEach((name, value) -> rows.add(new Object[] {person, name, value, stamp})));
        return rows;
    }
}
