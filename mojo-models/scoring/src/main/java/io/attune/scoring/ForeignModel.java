package io.attune.scoring;

import hex.ModelCategory;
import hex.genmodel.MojoModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A MOJO that was trained elsewhere.
 *
 * @param algorithm H2O's name of it, such as {@code gbm}
 * @param columns that it reads, in its order
 * @param digest of its file
 */
public record ForeignModel(String algorithm, List<String> columns, String digest) {

    /**
     * Reads a file.
     *
     * @throws ModelException when it is no MOJO, or of a kind that gives no score
     */
    public static ForeignModel read(Path file) {
        byte[] content;
        try {
            content = Files.readAllBytes(file);
        } catch (IOException failed) {
            throw new ModelException(
                    ModelException.Code.MODEL_MISSING, file + " cannot be read: " + failed.getMessage(), failed);
        }
        MojoModel model = MojoFile.parse(content, file);
        if (model.getModelCategory() != ModelCategory.Binomial
                && model.getModelCategory() != ModelCategory.Regression) {
            throw new ModelException(
                    ModelException.Code.CATEGORY_UNSUPPORTED,
                    file + " is a model of the category " + model.getModelCategory()
                            + "; scores come from Binomial and Regression");
        }
        List<String> columns = Arrays.asList(model.getNames()).subList(0, model.nfeatures());
        return new ForeignModel(model._algoName, columns, MojoFile.digest(content));
    }
}
