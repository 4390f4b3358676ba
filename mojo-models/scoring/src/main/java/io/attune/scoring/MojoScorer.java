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
    private final int[] requiredColumns;
    private final int answerIndex;

    private MojoScorer(ModelCard card, MojoModel model) {
        this.card = card;
        this.model = model;
        evaluator = Evaluator.of(model);
        encoder = new InputEncoder(model, card.columns());
        requiredColumns = card.requiredFeatures().stream()
                .mapToInt(encoder.names()::indexOf)
                .filter(column -> column >= 0)
                .toArray();
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
        MojoModel model = MojoFile.read(version.resolve("model.zip"), card.digest());
        if (!SUPPORTED.contains(model.getModelCategory())) {
            throw new ModelException(
                    ModelException.Code.CATEGORY_UNSUPPORTED,
                    version + " holds a model of the category " + model.getModelCategory() + "; scores come from "
                            + SUPPORTED);
        }
        return new MojoScorer(card, model);
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
    public Score score(Map<String, ?> features) {
        double[] row = row(features);
        return refusal(row)
                .<Score>map(reason -> new Score.Declined(card.model(), card.version(), reason))
                .orElseGet(() -> new Score.Value(card.model(), card.version(), answer(row)));
    }

    @Override
    public double[] row(Map<String, ?> features) {
        return encoder.encode(features);
    }

    @Override
    public Optional<Contributions> contributions(double[] row) {
        return Contributions.of(model, inputs(), row);
    }

    // A MOJO scores a row of nothing but NaN without a word, so what it needs is checked here.
    @Override
    public Optional<String> refusal(double[] row) {
        for (int column : requiredColumns) {
            if (Double.isNaN(row[column])) {
                return Optional.of(encoder.names().get(column) + " is missing, and " + card.model() + " requires it");
            }
        }
        int present = present(row);
        if (present < card.minimumFeatures()) {
            return Optional.of("only " + present + " of the " + row.length + " features are present, and "
                    + card.model() + " needs " + card.minimumFeatures());
        }
        return Optional.empty();
    }

    private static int present(double[] row) {
        int present = 0;
        for (double value : row) {
            if (!Double.isNaN(value)) {
                present++;
            }
        }
        return present;
    }

    @Override
    public double answer(double[] row) {
        double[] predictions = new double[model.getPredsSize()];
        evaluator.evaluate(row, predictions);
        model.calibrateClassProbabilities(predictions);
        return predictions[answerIndex];
    }
}
