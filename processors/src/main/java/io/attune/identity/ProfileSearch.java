package io.attune.identity;

import io.attune.crypto.Encryption;
import io.attune.record.Identifier;
import io.attune.record.IdentifierKind;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Finds people by what they are known by. Thread-safe; works inside the caller's transaction. */
public final class ProfileSearch {
    private final Encryption encryption;

    public ProfileSearch(Encryption encryption) {
        this.encryption = encryption;
    }

    /** The profiles that have an identifier now, ordered by id; several when it joins nobody. */
    public List<UUID> owners(Handle handle, Identifier identifier) {
        return handle.createQuery("""
                        select distinct m.profile_id
                        from identifier i
                        join node_identifier l on l.identifier_id = i.identifier_id
                        join membership m on m.node_id = l.node_id and m.until is null
                        where i.kind = :kind and i.value_hash = :hash
                        order by m.profile_id
                        """)
                .bind("kind", identifier.kind())
                .bind("hash", encryption.hash(identifier.kind(), normalized(identifier)))
                .mapTo(UUID.class)
                .list();
    }

    private static String normalized(Identifier identifier) {
        String value = identifier.value().strip();
        return identifier.kind().equals(IdentifierKind.EMAIL) ? value.toLowerCase(Locale.ROOT) : value;
    }
}
