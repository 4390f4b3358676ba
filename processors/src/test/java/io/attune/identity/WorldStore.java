package io.attune.identity;

import static io.attune.identity.Records.NOW;

import io.attune.crypto.Encryption;
import io.attune.crypto.KeysetFile;
import io.attune.database.Database;
import io.attune.database.PostgresDatabase;
import io.attune.feature.FeatureDefinitionReader;
import io.attune.feature.FeatureService;
import io.attune.record.SourceRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** A database for one world after another, with the features that ship. */
final class WorldStore implements AutoCloseable {
    private final PostgresDatabase postgres = new PostgresDatabase().open();
    private final FeatureService features =
            new FeatureService(FeatureDefinitionReader.read(Path.of("../mojo-models/definitions")), () -> "release");
    private final Encryption encryption;

    WorldStore() throws IOException {
        encryption = new KeysetFile(Files.createTempDirectory("world").resolve("keyset.json")).open();
    }

    Database database() {
        return postgres.database();
    }

    Encryption encryption() {
        return encryption;
    }

    /** Forgets everything. */
    void clear() {
        postgres.clear();
    }

    void receive(IdentityResolver resolver, SourceRecord received) {
        database().useTransaction(handle -> {
            Resolution resolution = resolver.resolve(handle, List.of(received), NOW);
            features.update(handle, resolution.changes(), NOW);
        });
    }

    World read() {
        return database().inTransaction(handle -> World.read(handle, encryption, features));
    }

    @Override
    public void close() throws SQLException {
        postgres.close();
    }
}
