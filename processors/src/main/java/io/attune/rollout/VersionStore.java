package io.attune.rollout;

import io.attune.database.Database;
import io.attune.error.AttuneException;
import io.attune.error.ErrorCategory;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The table {@code model_version}: versions that nodes fetch from the database. Thread-safe. */
final class VersionStore {
    private final Database database;
    private final Clock clock;

    VersionStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Keeps a version for all nodes; the same one again changes nothing.
     *
     * @throws AttuneException when another version of this name is there
     */
    void keep(String model, String version, String digest, byte[] archive, String actor) {
        database.useTransaction(handle -> {
            handle.createUpdate("""
                            insert into model_version (model, version, digest, archive, created_at, created_by)
                            values (:model, :version, :digest, :archive, :now, :actor) on conflict do nothing
                            """)
                    .bind("model", model)
                    .bind("version", version)
                    .bind("digest", digest)
                    .bind("archive", archive)
                    .bind("now", clock.instant())
                    .bind("actor", actor)
                    .execute();
            String kept = handle.createQuery(
                            "select digest from model_version where model = :model and version = :version")
                    .bind("model", model)
                    .bind("version", version)
                    .mapTo(String.class)
                    .one();
            if (!kept.equals(digest)) {
                throw new AttuneException(
                        "VERSION_TAKEN",
                        ErrorCategory.USER,
                        "The nodes know another " + model + " " + version + " (" + kept + ", not " + digest
                                + "): give yours another version");
            }
        });
    }

    Optional<byte[]> archive(String model, String version) {
        return database.inHandle(handle -> handle.createQuery(
                        "select archive from model_version where model = :model and version = :version")
                .bind("model", model)
                .bind("version", version)
                .mapTo(byte[].class)
                .findOne());
    }

    /** The names of a model's versions. */
    List<String> versions(String model) {
        return database.inHandle(handle -> handle.createQuery("select version from model_version where model = :model")
                .bind("model", model)
                .mapTo(String.class)
                .list());
    }
}
