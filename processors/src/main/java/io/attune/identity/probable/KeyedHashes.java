package io.attune.identity.probable;

import io.attune.crypto.Encryption;
import io.attune.identity.matching.Attribute;
import io.attune.identity.matching.StoreMatching;
import io.attune.identity.matching.ValueHash;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;

/** Keyed hashes of what persons are compared by. A hash of 64 bits tells nobody anything without the key. Thread-safe. */
public final class KeyedHashes implements ValueHash {
    private final Encryption encryption;

    public KeyedHashes(Encryption encryption) {
        this.encryption = encryption;
    }

    @Override
    public long of(Attribute attribute, String value) {
        return hash("match-value:" + attribute.key(), value);
    }

    long key(String clear) {
        return hash("match-key", clear);
    }

    Optional<Long> names(Map<Attribute, String> normalized) {
        return StoreMatching.names(normalized).map(names -> hash("match-names", names));
    }

    Optional<Long> birthDate(Map<Attribute, String> normalized) {
        return Optional.ofNullable(normalized.get(Attribute.BIRTH_DATE)).map(date -> hash("match-birth", date));
    }

    byte[] content(Map<Attribute, String> normalized) {
        return encryption.hash("match-content", normalized.toString());
    }

    private long hash(String kind, String value) {
        return ByteBuffer.wrap(encryption.hash(kind, value)).getLong();
    }
}
