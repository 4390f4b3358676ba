package io.attune.registry;

import io.attune.scoring.ModelCard;
import io.attune.scoring.ModelException;
import io.attune.scoring.ModelFile;
import io.attune.scoring.ModelVersion;
import io.attune.scoring.Scorer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A version as it lies in the registry, of whatever kind. */
final class StoredVersion {
    private StoredVersion() {}

    /**
     * Loads what scores profiles. Of a kind that does not, the bytes are compared with the card, and there is no scorer.
     *
     * @throws ModelException when the version cannot be used
     */
    static Optional<Scorer> load(Path version) {
        if (scoresProfiles(version)) {
            return Optional.of(ModelVersion.load(version));
        }
        requireBytes(version);
        return Optional.empty();
    }

    private static boolean scoresProfiles(Path version) {
        boolean ofAnotherKind = Files.exists(version.resolveSibling("kind"));
        return !ofAnotherKind || Files.exists(version.resolve("model.zip"));
    }

    private static void requireBytes(Path version) {
        ModelCard card = ModelCard.read(version.resolve("card.json"));
        ModelFile.read(version.resolve("model.json"), card.digest());
    }

    /** Why it cannot be used; empty when it can. */
    static String problem(Path version) {
        try {
            if (scoresProfiles(version)) {
                ModelVersion.verify(version);
            } else {
                requireBytes(version);
            }
            return "";
        } catch (ModelException broken) {
            return broken.getMessage();
        }
    }
}
