package io.attune.scoring;

import hex.ModelCategory;
import hex.genmodel.MojoModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Scores with a MOJO through the fastest {@link Evaluator} that it has. Allocates two small arrays a score and shares nothing. */
final class MojoScorer implements Scorer {

    private static final Set<ModelCategory> SUPPORTED = Set.of(ModelCategory.Binomial, ModelCategory.Regression);

    private final ModelCard card;
    private final MojoModel model;
    private final Evaluator evaluator;
    private final InputEncoder encoder;
    private final Requirements requirements;
    private final Imputations imputations;
    private final int answerIndex;

    private MojoScorer(ModelCard card, MojoModel model) {
        this.card = card;
        this.model = model;
        evaluator = Evaluator.of(model);
        encoder = new InputEncoder(model, card.columns());
        requirements = new Requirements(card, encoder.names());
        imputations = new Imputations(card, encoder.names());
        // A classifier answers {class, p0, p1}; a regression {amount}.
        answerIndex = model.getModelCategory() == ModelCategory.Binomial ? 2 : 0;
    }

    /**
     * Loads a version's folder.
     *
     * @throws ModelException when the card or the model is missing, damaged, or of a kind that cannot be served
     */
    static MojoScorer load(Path version) {
        ModelCard card = ModelCard.read(version.resolve("card.json"));
        return new MojoScorer(card, model(version, card));
    }

    /** The model that a card describes. */
    static MojoModel model(Path version, ModelCard card) {
        MojoModel model = MojoFile.read(version.resolve("model.zip"), card.digest());
        if (!SUPPORTED.contains(model.getModelCategory())) {
            throw new ModelException(
                    ModelException.Code.CATEGORY_UNSUPPORTED,
                    version + " holds a model of the category " + model.getModelCategory() + "; scores come from "
                            + SUPPORTED);
        }
        return model;
    }

    @Override
    public ModelCard card() {
        return card;
    }

    @Override
    public List<String> inputs() {
        return encoder.names();
    }

    @Override
    public boolean isCategorical(int input) {
        return encoder.isCategorical(input);
    }

    @Override
    public double level(int input, String level) {
        return encoder.level(input, level);
    }

    @Override
    public double[] row(Map<String, ?> features) {
        return encoder.encode(features);
    }

    @Override
    public Optional<Contributions> contributions(double[] row) {
        double[] filled = row.clone();
        imputations.fill(filled);
        return Contributions.of(model, inputs(), filled);
    }

    @Override
    public Optional<String> refusal(double[] row) {
        return requirements.refusal(row);
    }

    @Override
    public List<String> imputed(double[] row) {
        return imputations.of(row);
    }

    @Override
    public double answer(double[] row) {
        imputations.fill(row);
        double[] predictions = new double[model.getPredsSize()];
        evaluator.evaluate(row, predictions);
        model.calibrateClassProbabilities(predictions);
        return predictions[answerIndex];
    }
}
