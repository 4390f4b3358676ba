package io.attune.identity;

import static io.attune.identity.Records.NOW;

import io.attune.crypto.Encryption;
import io.attune.database.Database;
import io.attune.identity.matching.MatchingDefinitionReader;
import io.attune.identity.matching.StoreMatching;
import io.attune.identity.probable.KeyedHashes;
import io.attune.identity.probable.Models;
import io.attune.identity.probable.ProbableMatching;
import io.attune.identity.probable.StoredPersons;
import io.attune.profile.AttributeDefinitions;
import io.attune.record.SourceRecord;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A store whose records are matched as the hub does it, with the configuration that ships. */
final class MatchedStore {
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    final Database database;
    final Encryption encryption;
    final ProbableMatching probable;
    final IdentityResolver resolver;
    final Reviews reviews;
    final Corrections corrections;
    /** What was told, after a commit, to have changed. */
    final Set<UUID> changed = new HashSet<>();

    MatchedStore(Database database, Encryption encryption) {
        this(database, encryption, IdentityDefinition.standard());
    }

    MatchedStore(Database database, Encryption encryption, IdentityDefinition definition) {
        this.database = database;
        this.encryption = encryption;
        KeyedHashes hashes = new KeyedHashes(encryption);
        StoreMatching matching =
                new StoreMatching(MatchingDefinitionReader.read(Path.of("../connectors-config/matching.yaml")), hashes);
        probable = new ProbableMatching(
                matching, new StoredPersons(encryption), hashes, new Models(encryption, matching, CLOCK));
        resolver = new IdentityResolver(
                definition, AttributeDefinitions::standard, encryption, Optional.of(probable), UUID::randomUUID);
        reviews = new Reviews(database, probable, CLOCK, changed::addAll);
        corrections = new Corrections(database, CLOCK, changed::addAll);
    }

    Resolution receive(SourceRecord... records) {
        return database.inTransaction(handle -> resolver.resolve(handle, List.of(records), NOW));
    }

    Set<Set<String>> people() {
        return database.inHandle(handle -> StoredPeople.read(handle, encryption));
    }

    List<MatchedPair> open() {
        return reviews.list("review", 100);
    }

    List<UUID> merged() {
        return database.inHandle(StoredPeople::merged);
    }

    long audited(String action) {
        return database.inHandle(handle -> handle.createQuery("select count(*) from audit where action = :action")
                .bind("action", action)
                .mapTo(Long.class)
                .one());
    }
}
