package io.attune.trainer.learning;

import hex.glm.GLM;
import hex.glm.GLMModel;
import hex.tree.gbm.GBMModel;
import io.attune.card.Bar;
import io.attune.frame.Feature;
import io.attune.trainer.Mojo;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import water.Key;

/** Chooses the columns to learn from, on rows to learn from alone. All features of a column stay or go together. */
public final class FeatureChoice {
    private static final int FOLDS = 5;
    private static final double DROPPED_AT_ONCE = 0.2;
    private static final BoostedTrees JUDGE = new BoostedTrees(80, 4, 0.1, 20);

    private final Table table;
    private final long seed;
    private final Folds folds;

    public FeatureChoice(Table table, long seed) {
        this.table = table;
        this.seed = seed;
        folds = Folds.of(table, FOLDS, seed - 2);
    }

    /** The best columns, at most {@code keep}, the best first. */
    public List<String> of(SelectionMethod method, int keep) {
        List<String> ranked = switch (method) {
            case LASSO -> lasso();
            case MUTUAL_INFORMATION -> names(MutualInformation.of(table));
            case PERMUTATION -> names(permuted(table));
            case RECURSIVE -> recursive(keep);
        };
        return ranked.stream().limit(keep).toList();
    }

    /** In the order in which a lasso takes them up as its penalty falls. */
    private List<String> lasso() {
        try (LearningFrame frame = LearningFrame.of(table, table.allRows())) {
            GLMModel.GLMParameters parameters = new GLMModel.GLMParameters(GLMModel.GLMParameters.Family.binomial);
            parameters._train = frame.frame()._key;
            parameters._response_column = table.response();
            parameters._alpha = new double[] {1};
            parameters._lambda_search = true;
            parameters._nlambdas = 60;
            parameters._early_stopping = false;
            parameters._seed = seed;
            parameters._ignore_const_cols = false;
            parameters._auto_rebalance = false;
            GLMModel model =
                    new GLM(parameters, Key.<GLMModel>make()).trainModel().get();
            try {
                return taken(model.getRegularizationPath());
            } finally {
                model.delete();
            }
        }
    }

    private List<String> taken(GLMModel.RegularizationPath path) {
        Set<String> taken = new LinkedHashSet<>();
        double[][] coefficients = path._coefficients_std == null ? path._coefficients : path._coefficients_std;
        for (double[] step : coefficients) {
            IntStream.range(0, Math.min(step.length, path._coefficient_names.length))
                    .filter(index -> step[index] != 0)
                    .boxed()
                    .sorted(Comparator.comparingDouble(index -> -Math.abs(step[index])))
                    .forEach(index -> source(path._coefficient_names[index]).ifPresent(taken::add));
        }
        return List.copyOf(taken);
    }

    /** A level's coefficient is called {@code feature.level}. */
    private Optional<String> source(String coefficient) {
        return table.frame().features().stream()
                .filter(feature -> coefficient.equals(feature.name())
                        || (feature.categorical() && coefficient.startsWith(feature.name() + ".")))
                .map(Feature::source)
                .findFirst();
    }

    /** The columns that are left when the least useful fifth is taken away again and again. */
    private List<String> recursive(int keep) {
        Table left = table;
        List<String> ranked = names(permuted(left));
        while (ranked.size() > keep) {
            int fewer = Math.max(keep, (int) Math.floor(ranked.size() * (1 - DROPPED_AT_ONCE)));
            left = left.only(Set.copyOf(ranked.subList(0, fewer)));
            ranked = names(permuted(left));
        }
        return ranked;
    }

    /** What a model loses on rows that it did not learn from when a column is dealt to other rows. */
    private List<Bar> permuted(Table of) {
        try (LearningFrame frame = LearningFrame.of(of, folds.outside(0))) {
            GBMModel model = JUDGE.fit(frame.frame(), of.response(), seed, Key.make());
            try {
                return PermutationImportance.of(Served.of(Mojo.of(model), of), of, folds.inside(0), seed);
            } finally {
                model.delete();
            }
        }
    }

    private static List<String> names(List<Bar> bars) {
        return bars.stream().map(Bar::name).toList();
    }
}
