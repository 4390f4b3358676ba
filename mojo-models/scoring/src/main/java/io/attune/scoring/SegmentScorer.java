package io.attune.scoring;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.segmentation.Cluster;
import io.attune.segmentation.ScaledFeature;
import io.attune.segmentation.SegmentModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says to which group a feature vector belongs: the score is the group's id, which stays its own from version to version. */
public final class SegmentScorer implements Scorer {
    /** The kind as definitions and cards name it. */
    public static final String KIND = "segments";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ModelCard card;
    private final SegmentModel model;
    private final List<String> inputs;
    private final Requirements requirements;

    SegmentScorer(ModelCard card, SegmentModel model) {
        this.card = card;
        this.model = model;
        inputs = model.features().stream().map(ScaledFeature::name).toList();
        requirements = new Requirements(card, inputs);
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
        return inputs;
    }

    /** The groups and what they are called. */
    public List<Cluster> clusters() {
        return model.clusters();
    }

    @Override
    public boolean isCategorical(int input) {
        return false;
    }

    @Override
    public double level(int input, String level) {
        return Double.NaN;
    }

    @Override
    public double[] row(Map<String, ?> features) {
        return inputs.stream()
                .mapToDouble(input -> features.get(input) instanceof Number number ? number.doubleValue() : Double.NaN)
                .toArray();
    }

    @Override
    public Optional<String> refusal(double[] row) {
        return requirements.refusal(row);
    }

    @Override
    public double answer(double[] row) {
        return model.nearest(model.scale(row)).id();
    }

    @Override
    public Optional<Contributions> contributions(double[] row) {
        return Optional.empty();
    }
}
