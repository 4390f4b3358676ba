package io.attune.profile;

import io.attune.crypto.Encryption;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Reads what is known of people. Thread-safe; joins the caller's transaction. */
public final class ProfileStore {
    private final Attributes attributes;
    private final ProfileReader reader;
    private final Supplier<AttributeDefinitions> definitions;

    /** A store of the standard attributes, of every one of which the newest statement counts. */
    public ProfileStore(Encryption encryption) {
        this(encryption, Survivorship.NEWEST);
    }

    /** A store of the standard attributes. */
    public ProfileStore(Encryption encryption, Survivorship survivorship) {
        this(encryption, () -> AttributeDefinitions.standard().with(survivorship));
    }

    /** @param definitions the attributes, as they are defined at the moment of a call */
    public ProfileStore(Encryption encryption, Supplier<AttributeDefinitions> definitions) {
        this.definitions = definitions;
        this.attributes = new Attributes(encryption, definitions);
        this.reader = new ProfileReader(encryption, attributes);
    }

    /** The attributes, as they are defined now. */
    public AttributeDefinitions definitions() {
        return definitions.get();
    }

    /** Follows merges to the profile that a person has now; empty when the hub knows no such profile. */
    public Optional<UUID> current(Handle handle, UUID profile) {
        return handle.createQuery("""
                        with recursive way as (
                          select profile_id, merged_into from profile where profile_id = :profile
                          union
                          select p.profile_id, p.merged_into from way join profile p on p.profile_id = way.merged_into
                        )
                        select profile_id from way where merged_into is null
                        """)
                .bind("profile", profile)
                .mapTo(UUID.class)
                .findOne();
    }

    /** Views of the profiles that exist and are nobody else's by a merge, by profile. A few statements, however many profiles. */
    public Map<UUID, ProfileView> views(Handle handle, Collection<UUID> profiles) {
        return profiles.isEmpty() ? Map.of() : reader.views(handle, profiles);
    }

    public Optional<ProfileView> view(Handle handle, UUID profile) {
        return Optional.ofNullable(views(handle, List.of(profile)).get(profile));
    }

    /** The surviving attributes that are defined as ordinary, by profile and name; a profile without any is absent. */
    public Map<UUID, Map<String, String>> clearAttributes(Handle handle, Collection<UUID> profiles) {
        return profiles.isEmpty() ? Map.of() : attributes.clear(handle, profiles);
    }

    /** What rules may read of people: values of the attributes' types, by profile and name; a profile without any is absent. */
    public Map<UUID, Map<String, Object>> ruleAttributes(Handle handle, Collection<UUID> profiles) {
        AttributeDefinitions current = definitions.get();
        Map<UUID, Map<String, Object>> values = new HashMap<>();
        clearAttributes(handle, profiles).forEach((profile, known) -> values.put(profile, current.values(known)));
        return values;
    }

    /** The surviving attributes, decrypted, by profile and name; a profile without any is absent. */
    public Map<UUID, Map<String, String>> attributes(Handle handle, Collection<UUID> profiles) {
        return profiles.isEmpty() ? Map.of() : attributes.all(handle, profiles);
    }

    /**
     * Locks profiles, in sorted order, until the end of the transaction, and raises their versions: for whoever writes what is
     * derived of profiles outside of the profile way, such as the re-scoring job. Profiles merged meanwhile are left out.
     *
     * @return the new version of every locked profile
     */
    public Map<UUID, Long> touch(Handle handle, Collection<UUID> profiles, Instant now) {
        if (profiles.isEmpty()) {
            return Map.of();
        }
        return handle.createQuery("""
                        with locked as (
                          select profile_id from profile
                          where profile_id = any(:profiles) and merged_into is null
                          order by profile_id for no key update
                        )
                        update profile p set version = version + 1, changed_at = :now
                        from locked where p.profile_id = locked.profile_id
                        returning p.profile_id, p.version
                        """)
                .bindArray("profiles", UUID.class, profiles)
                .bind("now", now)
                .collectRows(Collectors.toMap(
                        row -> row.getColumn("profile_id", UUID.class), row -> row.getColumn("version", Long.class)));
    }
}
