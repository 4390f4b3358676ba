package io.attune.segmentation;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.scoring.ModelCard;
import io.attune.scoring.ModelException;
import io.attune.scoring.ModelFile;
import io.attune.scoring.Score;
import io.attune.scoring.Scorer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Says to which group a feature vector belongs: the score is the group's id, which stays its own from version to version. */
public final class SegmentScorer implements Scorer {
    /** The kind as definitions and cards name it. */
    public static final String KIND = "segments";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ModelCard card;
    private final SegmentModel model;

    SegmentScorer(ModelCard card, SegmentModel model) {
        this.card = card;
        this.model = model;
    }

    /**
     * Loads a version's folder, which holds {@code model.json} and {@code card.json}.
     *
     * @throws ModelException when one is missing or damaged
     */
    public static SegmentScorer load(Path version) {
        ModelCard card = ModelCard.read(version.resolve("card.json"));
        return new SegmentScorer(card, model(version, card));
    }

    /** The groups of a version's folder. */
    public static SegmentModel model(Path version, ModelCard card) {
        Path file = version.resolve("model.json");
        try {
            return JSON.readValue(ModelFile.read(file, card.digest()), SegmentModel.class);
        } catch (IOException e) {
            throw new ModelException(
                    ModelException.Code.MODEL_UNREADABLE,
                    file + " holds no groups that this version reads (" + e.getMessage() + "): train the model again",
                    e);
        }
    }

    @Override
    public ModelCard card() {
        return card;
    }

    @Override
    public List<String> inputs() {
        return model.features().stream().map(ScaledFeature::name).toList();
    }

    /** The groups and what they are called. */
    public List<Cluster> clusters() {
        return model.clusters();
    }

    @Override
    public Score score(Map<String, ?> features) {
        for (String required : card.requiredFeatures()) {
            if (!present(features, required)) {
                return new Score.Declined(
                        card.model(), card.version(), required + " is missing, and " + card.model() + " requires it");
            }
        }
        long known = inputs().stream().filter(input -> present(features, input)).count();
        if (known < card.minimumFeatures()) {
            return new Score.Declined(
                    card.model(),
                    card.version(),
                    "only " + known + " of the " + inputs().size() + " features are present, and " + card.model()
                            + " needs " + card.minimumFeatures());
        }
        return new Score.Value(
                card.model(),
                card.version(),
                model.nearest(model.scale(features)).id());
    }

    private static boolean present(Map<String, ?> features, String name) {
        return features.get(name) instanceof Number number && !Double.isNaN(number.doubleValue());
    }
}
