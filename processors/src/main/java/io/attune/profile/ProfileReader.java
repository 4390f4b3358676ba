package io.attune.profile;

import io.attune.crypto.Encryption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Puts the views of many profiles together, one statement a table. */
final class ProfileReader {
    private final Encryption encryption;
    private final Attributes attributes;

    ProfileReader(Encryption encryption, Attributes attributes) {
        this.encryption = encryption;
        this.attributes = attributes;
    }

    Map<UUID, ProfileView> views(Handle handle, Collection<UUID> profiles) {
        Map<UUID, Map<String, Attributes.Survivor>> known = attributes.survivors(handle, profiles);
        Map<UUID, List<KnownIdentifier>> identifiers = identifiers(handle, profiles);
        Map<UUID, List<ConsentInForce>> consents = consents(handle, profiles);
        Map<UUID, Map<String, Object>> features = features(handle, profiles);
        Map<UUID, List<StoredScore>> scores = scores(handle, profiles);
        Map<UUID, List<String>> segments = segments(handle, profiles);
        return handle.createQuery("""
                        select profile_id, version, created_at, changed_at from profile
                        where profile_id = any(:profiles) and merged_into is null
                        """)
                .bindArray("profiles", UUID.class, profiles)
                .reduceResultSet(new HashMap<>(), (views, row, context) -> {
                    UUID profile = row.getObject("profile_id", UUID.class);
                    Map<String, StoredScore> byModel = new HashMap<>();
                    scores.getOrDefault(profile, List.of()).forEach(score -> byModel.put(score.model(), score));
                    views.put(
                            profile,
                            new ProfileView(
                                    profile,
                                    row.getLong("version"),
                                    instant(row, "created_at"),
                                    instant(row, "changed_at"),
                                    values(known.getOrDefault(profile, Map.of())),
                                    origins(known.getOrDefault(profile, Map.of())),
                                    identifiers.getOrDefault(profile, List.of()),
                                    consents.getOrDefault(profile, List.of()),
                                    features.getOrDefault(profile, Map.of()),
                                    byModel,
                                    segments.getOrDefault(profile, List.of())));
                    return views;
                });
    }

    private static Map<String, String> values(Map<String, Attributes.Survivor> survivors) {
        return survivors.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().value()));
    }

    private static Map<String, AttributeOrigin> origins(Map<String, Attributes.Survivor> survivors) {
        return survivors.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().origin()));
    }

    private Map<UUID, List<KnownIdentifier>> identifiers(Handle handle, Collection<UUID> profiles) {
        return byProfile(handle, profiles, """
                select profile_id, kind, value, source, occurred_at from (
                  select distinct on (m.profile_id, i.identifier_id)
                         m.profile_id, i.kind, i.value, i.value_hash, n.source, ni.occurred_at
                  from membership m
                  join identity_node n on n.node_id = m.node_id
                  join node_identifier ni on ni.node_id = m.node_id
                  join identifier i on i.identifier_id = ni.identifier_id
                  where m.profile_id = any(:profiles) and m.until is null
                    and not exists (
                      select from node_attribute d
                      where d.node_id = m.node_id and d.name = 'deleted' and d.value = 'true')
                  order by m.profile_id, i.identifier_id, ni.occurred_at desc, n.source) stated
                order by profile_id, kind, occurred_at desc, value_hash
                """, row -> {
            String kind = row.getString("kind");
            return new KnownIdentifier(
                    kind,
                    encryption.decrypt(row.getBytes("value"), "identifier:" + kind),
                    row.getString("source"),
                    instant(row, "occurred_at"));
        });
    }

    private Map<UUID, List<ConsentInForce>> consents(Handle handle, Collection<UUID> profiles) {
        return byProfile(
                handle,
                profiles,
                """
                select distinct on (m.profile_id, c.channel, c.purpose)
                       m.profile_id, c.channel, c.purpose, c.state, c.occurred_at
                from membership m join consent c on c.node_id = m.node_id
                where m.profile_id = any(:profiles) and m.until is null
                order by m.profile_id, c.channel, c.purpose, c.occurred_at desc, (c.state = 'withdrawn') desc
                """,
                row -> new ConsentInForce(
                        row.getString("channel"),
                        row.getString("purpose"),
                        row.getString("state"),
                        instant(row, "occurred_at")));
    }

    private Map<UUID, Map<String, Object>> features(Handle handle, Collection<UUID> profiles) {
        Map<UUID, Map<String, Object>> features = new HashMap<>();
        byProfile(handle, profiles, """
                        select profile_id, features::text as features from feature_vector
                        where profile_id = any(:profiles)
                        """, row -> FeatureValues.parse(row.getString("features")))
                .forEach((profile, vectors) -> features.put(profile, vectors.get(0)));
        return features;
    }

    private Map<UUID, List<StoredScore>> scores(Handle handle, Collection<UUID> profiles) {
        return byProfile(
                handle,
                profiles,
                """
                select profile_id, model, version, value, reason, as_of, release_hash from score
                where profile_id = any(:profiles)
                """,
                row -> new StoredScore(
                        row.getString("model"),
                        row.getString("version"),
                        Optional.ofNullable(row.getObject("value", Double.class)),
                        Optional.ofNullable(row.getString("reason")),
                        instant(row, "as_of"),
                        row.getString("release_hash")));
    }

    private Map<UUID, List<String>> segments(Handle handle, Collection<UUID> profiles) {
        return byProfile(handle, profiles, """
                select profile_id, segment from segment_membership
                where profile_id = any(:profiles) and until is null order by segment
                """, row -> row.getString("segment"));
    }

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static <T> Map<UUID, List<T>> byProfile(
            Handle handle, Collection<UUID> profiles, String sql, Row<T> reader) {
        return handle.createQuery(sql)
                .bindArray("profiles", UUID.class, profiles)
                .reduceResultSet(new HashMap<>(), (byProfile, row, context) -> {
                    byProfile
                            .computeIfAbsent(row.getObject("profile_id", UUID.class), profile -> new ArrayList<>())
                            .add(reader.read(row));
                    return byProfile;
                });
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
