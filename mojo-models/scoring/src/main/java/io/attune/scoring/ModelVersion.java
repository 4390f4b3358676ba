package io.attune.scoring;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** One version of a model, wherever it lies, without a registry around it. */
public final class ModelVersion {
    /** Those that are served by more than their MOJO, or without one. */
    private static final Set<String> SCORING_KINDS = Set.of(SegmentScorer.KIND, HazardScorer.KIND);

    private ModelVersion() {}

    private static String kind(ModelCard card) {
        return card.document().path("kind").asText();
    }

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

    /** Whether a version scores profiles; one of recommendations or send times has readers of its own, and no MOJO. */
    public static boolean scoresProfiles(Path folder) {
        return Files.exists(folder.resolve("model.zip"))
                || !Files.exists(folder.resolve("model.json"))
                || SCORING_KINDS.contains(kind(ModelCard.read(folder.resolve("card.json"))));
    }

    /**
     * Verifies a version's folder, without what scoring prepares: its bytes are those of its card, and, where it scores
     * profiles, a model of a kind that can be served.
     *
     * @return its card
     * @throws ModelException when it is not
     */
    public static ModelCard verify(Path folder) {
        ModelCard card = ModelCard.read(folder.resolve("card.json"));
        if (!scoresProfiles(folder)) {
            ModelFile.read(folder.resolve("model.json"), card.digest());
            return card;
        }
        if (SCORING_KINDS.contains(kind(card))) {
            return load(folder).card();
        }
        MojoScorer.model(folder, card);
        return card;
    }
}
