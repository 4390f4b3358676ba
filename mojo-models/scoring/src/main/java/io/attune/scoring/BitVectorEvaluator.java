package io.attune.scoring;

import hex.genmodel.MojoModel;
import hex.genmodel.algos.tree.SharedTreeMojoModel;
import java.util.Optional;

/**
 * Scores a sum of trees by bit vectors, after QuickScorer (Lucchese, Nardini, Orlando, Perego, Tonellotto and Venturini:
 * <em>QuickScorer: a fast algorithm to rank documents with additive ensembles of regression trees</em>, SIGIR 2015), and
 * leaves what follows the sum (initial value, link, class) to the model itself. Allocates nothing a score.
 */
final class BitVectorEvaluator implements Evaluator {

    private final SharedTreeMojoModel model;
    private final BitVectors vectors;

    private BitVectorEvaluator(SharedTreeMojoModel model, BitVectors vectors) {
        this.model = model;
        this.vectors = vectors;
    }

    /** An evaluator that was seen to answer as the model does on all of its border rows; empty where there is none. */
    static Optional<BitVectorEvaluator> of(MojoModel model) {
        if (!(model instanceof SharedTreeMojoModel trees)) {
            return Optional.empty();
        }
        try {
            return Forest.of(trees)
                    .flatMap(forest -> BitVectors.of(forest)
                            .map(vectors -> new BitVectorEvaluator(trees, vectors))
                            .filter(evaluator -> new Reproduction(trees, evaluator).holds(forest)));
        } catch (IllegalArgumentException unknownForm) {
            return Optional.empty();
        }
    }

    @Override
    public double[] evaluate(double[] row, double[] predictions) {
        if (!vectors.sum(row, predictions)) {
            return model.score0(row, predictions);
        }
        return model.unifyPreds(row, 0, predictions);
    }

    @Override
    public String method() {
        return "bit vectors";
    }
}
