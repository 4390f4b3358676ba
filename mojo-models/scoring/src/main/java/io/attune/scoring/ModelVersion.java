package io.attune.scoring;

import java.nio.file.Path;
import java.util.Set;

/** One version of a model, wherever it lies, without a registry around it. */
public final class ModelVersion {
    private ModelVersion() {}

    /**
     * Loads a version's folder, which holds {@code card.json} and {@code model.zip}, or {@code model.json} for groups.
     *
     * @throws ModelException when one is missing, damaged, or of a kind that cannot be served
     */
    public static Scorer load(Path folder) {
        ModelCard card = ModelCard.read(folder.resolve("card.json"));
        return switch (card.document().path("kind").asText()) {
            case SegmentScorer.KIND -> SegmentScorer.load(folder);
            case HazardScorer.KIND -> HazardScorer.load(folder);
            default -> MojoScorer.load(folder);
        };
    }

    /**
     * Verifies a version's folder, without what scoring prepares: its bytes are those of its card, and a model of a kind that
     * can be served.
     *
     * @return its card
     * @throws ModelException when it is not
     */
    public static ModelCard verify(Path folder) {
        ModelCard card = ModelCard.read(folder.resolve("card.json"));
        if (Set.of(SegmentScorer.KIND, HazardScorer.KIND)
                .contains(card.document().path("kind").asText())) {
            return load(folder).card();
        }
        MojoScorer.model(folder, card);
        return card;
    }
}
