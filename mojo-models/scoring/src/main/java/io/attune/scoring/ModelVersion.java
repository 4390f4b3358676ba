package io.attune.scoring;

import java.nio.file.Path;

/** One version of a model, wherever it lies, without a registry around it. */
public final class ModelVersion {
    private ModelVersion() {}

    /**
     * Loads a version's folder, which holds {@code model.zip} and {@code card.json}.
     *
     * @throws ModelException when one is missing, damaged, or of a kind that cannot be served
     */
    public static Scorer load(Path folder) {
        return MojoScorer.load(folder);
    }
}
