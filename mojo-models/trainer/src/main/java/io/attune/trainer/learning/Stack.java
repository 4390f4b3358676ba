package io.attune.trainer.learning;

import hex.Model;
import hex.ensemble.Metalearner.Algorithm;
import hex.ensemble.StackedEnsemble;
import hex.ensemble.StackedEnsembleModel;
import hex.ensemble.StackedEnsembleModel.StackedEnsembleOutput;
import hex.ensemble.StackedEnsembleModel.StackedEnsembleParameters;
import hex.ensemble.StackedEnsembleModel.StackedEnsembleParameters.MetalearnerTransform;
import hex.glm.GLMModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import water.DKV;
import water.Key;
import water.fvec.Frame;

/**
 * What is served: models fitted on all rows under a metalearner that was fitted on what their like said out of fold. As
 * H2O's stacked ensemble it is one MOJO, whose probabilities are the calibrated ones.
 */
public final class Stack {
    private Stack() {}

    /** What a stack says of the judged rows of a repeat, with weights from the learned ones. */
    public static double[] crossFit(
            List<OutOfFold> members, int repeat, Table table, int[] learned, int[] judged, long seed) {
        List<String> names = members.stream().map(OutOfFold::name).toList();
        GLMModel weights = Metalearner.fit(
                names, columns(members, repeat, learned), table.response(), table.labels(learned), seed);
        try {
            return Metalearner.apply(weights, names, columns(members, repeat, judged), table.response());
        } finally {
            weights.delete();
        }
    }

    /**
     * Builds the ensemble. It and its parts stay in H2O until the process ends.
     *
     * @param members fitted on all rows, in the order of {@code outOfFold}
     */
    public static StackedEnsembleModel build(
            Frame frame, List<Model<?, ?, ?>> members, List<OutOfFold> outOfFold, Table table, long seed) {
        List<String> keys = members.stream().map(model -> model._key.toString()).toList();
        GLMModel weights = weights(keys, outOfFold, table, seed);
        StackedEnsembleParameters parameters = new StackedEnsembleParameters();
        parameters._train = frame._key;
        parameters._response_column = table.response();
        parameters._base_models = baseModels(members);
        parameters._metalearner_algorithm = Algorithm.glm;
        parameters._metalearner_transform = MetalearnerTransform.Logit;
        StackedEnsembleOutput output = new StackedEnsembleOutput(new StackedEnsemble(parameters));
        output._names = frame.names();
        output._domains = frame.domains();
        output._metalearner = weights;
        StackedEnsembleModel stack = new StackedEnsembleModel(Key.make("stack"), parameters, output);
        DKV.put(stack);
        return stack;
    }

    /** The keys of models, as an ensemble wants them. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // H2O declares the array so
    public static Key<Model>[] baseModels(List<Model<?, ?, ?>> members) {
        Key<Model>[] keys = new Key[members.size()];
        for (int index = 0; index < keys.length; index++) {
            keys[index] = (Key<Model>) members.get(index)._key;
        }
        return keys;
    }

    private static GLMModel weights(List<String> keys, List<OutOfFold> outOfFold, Table table, long seed) {
        int repeats = outOfFold.get(0).scores().size();
        int[] rows = IntStream.range(0, repeats)
                .flatMap(repeat -> Arrays.stream(table.allRows()))
                .toArray();
        List<double[]> columns = outOfFold.stream()
                .map(member ->
                        member.scores().stream().flatMapToDouble(Arrays::stream).toArray())
                .toList();
        return Metalearner.fit(keys, columns, table.response(), table.labels(rows), seed);
    }

    private static List<double[]> columns(List<OutOfFold> members, int repeat, int[] rows) {
        List<double[]> columns = new ArrayList<>();
        for (OutOfFold member : members) {
            columns.add(OutOfFold.select(member.scores().get(repeat), rows));
        }
        return columns;
    }
}
