package io.attune.scoring;

import hex.ModelCategory;
import hex.genmodel.MojoModel;
import io.attune.frame.CategoryColumn;
import io.attune.frame.FrameColumn;
import io.attune.frame.Label;
import io.attune.frame.NumberColumn;
import io.attune.frame.NumberStyle;
import io.attune.frame.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A MOJO that was trained elsewhere.
 *
 * @param algorithm H2O's name of it, such as {@code gbm}
 * @param levels by the columns that it reads, in its order; none for a number
 * @param label what it tells the probability of; empty for a model of amounts
 * @param digest of its file
 */
public record ForeignModel(String algorithm, Map<String, List<String>> levels, Optional<Label> label, String digest) {

    /**
     * Reads a file.
     *
     * @throws ModelException when it is no MOJO, or of a kind that gives no score
     */
    public static ForeignModel read(Path file) {
        byte[] content;
        try {
            content = Files.readAllBytes(file);
        } catch (NoSuchFileException missing) {
            throw new ModelException(ModelException.Code.MODEL_MISSING, "there is no file " + file, missing);
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
        Map<String, List<String>> levels = new LinkedHashMap<>();
        Arrays.stream(model.getNames())
                .limit(model.nfeatures())
                .forEach(column -> levels.put(column, domain(model, column)));
        return new ForeignModel(model._algoName, levels, label(model), MojoFile.digest(content));
    }

    /** The columns that it reads, in its order. */
    public List<String> columns() {
        return List.copyOf(levels.keySet());
    }

    /**
     * How the rows of a table become what it reads.
     *
     * @param features our feature by the column of the model that reads it; the others are called as the column is
     */
    public Recipe recipe(Map<String, String> features) {
        return new Recipe(
                levels.entrySet().stream()
                        .map(entry -> column(features.getOrDefault(entry.getKey(), entry.getKey()), entry.getValue()))
                        .toList(),
                List.of());
    }

    private static FrameColumn column(String name, List<String> levels) {
        return levels.isEmpty()
                ? new NumberColumn(name, NumberStyle.PLAIN, false)
                : new CategoryColumn(name, levels, Map.of());
    }

    private static Optional<Label> label(MojoModel model) {
        if (model.getModelCategory() != ModelCategory.Binomial) {
            return Optional.empty();
        }
        String response = model.getResponseName();
        List<String> domain = domain(model, response);
        return domain.size() == 2
                ? Optional.of(new Label(response, domain.get(1), domain.subList(0, 1)))
                : Optional.empty();
    }

    private static List<String> domain(MojoModel model, String column) {
        String[] domain = model.getDomainValues(column);
        return domain == null ? List.of() : List.of(domain);
    }
}
