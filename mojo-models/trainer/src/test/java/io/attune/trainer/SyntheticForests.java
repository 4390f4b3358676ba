package io.attune.trainer;

import hex.genmodel.utils.DistributionFamily;
import hex.tree.SharedTree;
import hex.tree.SharedTreeModel;
import hex.tree.drf.DRF;
import hex.tree.drf.DRFModel;
import hex.tree.gbm.GBM;
import hex.tree.gbm.GBMModel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import water.fvec.Frame;

/**
 * Forests of every kind that scoring may meet, trained on {@link SyntheticFrame}s, for benchmarks and for the check that fast
 * scoring answers as H2O does. Run it in a process of its own, with the folder to write the MOJOs into.
 */
public final class SyntheticForests {

    private static final int ROWS = 20_000;
    private static final long SEED = 2015;

    private final Path folder;

    private SyntheticForests(Path folder) {
        this.folder = folder;
    }

    public static void main(String... arguments) throws IOException {
        H2oProcess.start(1);
        new SyntheticForests(Files.createDirectories(Path.of(arguments[0]))).train();
        // H2O leaves threads behind that never end.
        Runtime.getRuntime().halt(0);
    }

    private void train() throws IOException {
        Frame numbers = SyntheticFrame.numbers(ROWS, SEED);
        gbm("gbm-50x5", numbers, SyntheticFrame.TWO, DistributionFamily.bernoulli, 50, 5);
        gbm("gbm-100x6", numbers, SyntheticFrame.TWO, DistributionFamily.bernoulli, 100, 6);
        Frame levels = SyntheticFrame.levels(ROWS, SEED);
        gbm("two-classes", levels, SyntheticFrame.TWO, DistributionFamily.bernoulli, 30, 5);
        gbm("three-classes", levels, SyntheticFrame.THREE, DistributionFamily.multinomial, 20, 5);
        gbm("amount", levels, SyntheticFrame.AMOUNT, DistributionFamily.gaussian, 30, 6);
        gbm("count", levels, SyntheticFrame.AMOUNT, DistributionFamily.poisson, 20, 4);
        drf("forest-two-classes", levels, SyntheticFrame.TWO);
        drf("forest-three-classes", levels, SyntheticFrame.THREE);
        drf("forest-amount", levels, SyntheticFrame.AMOUNT);
    }

    private void gbm(String name, Frame frame, String response, DistributionFamily family, int trees, int depth)
            throws IOException {
        GBMModel.GBMParameters parameters = new GBMModel.GBMParameters();
        parameters._distribution = family;
        common(parameters, frame, response, trees, depth);
        write(name, new GBM(parameters));
    }

    private void drf(String name, Frame frame, String response) throws IOException {
        DRFModel.DRFParameters parameters = new DRFModel.DRFParameters();
        parameters._balance_classes = response.equals(SyntheticFrame.TWO);
        common(parameters, frame, response, 20, 6);
        write(name, new DRF(parameters));
    }

    private static void common(
            SharedTreeModel.SharedTreeParameters parameters, Frame frame, String response, int trees, int depth) {
        parameters._train = frame._key;
        parameters._response_column = response;
        parameters._ignored_columns = SyntheticFrame.responsesBut(response);
        parameters._ntrees = trees;
        parameters._max_depth = depth;
        parameters._min_rows = 2;
        parameters._seed = SEED;
        parameters._auto_rebalance = false;
        parameters._score_tree_interval = trees;
    }

    private void write(String name, SharedTree<?, ?, ?> training) throws IOException {
        SharedTreeModel<?, ?, ?> model =
                (SharedTreeModel<?, ?, ?>) training.trainModel().get();
        try (OutputStream out = Files.newOutputStream(folder.resolve(name + ".zip"))) {
            model.getMojo().writeTo(out);
        }
    }
}
