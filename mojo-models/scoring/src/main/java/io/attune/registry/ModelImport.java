package io.attune.registry;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.scoring.ForeignModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.stream.IntStream;

/** Takes a MOJO that H2O trained elsewhere, in Python or R, into a registry as a version that does not score yet. */
public final class ModelImport {
    private final Path registry;
    private final Clock clock;

    public ModelImport(Path registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /**
     * Writes the next version of a model.
     *
     * @param features our feature by the column of the model that reads it; the others are called as the column is
     * @return its folder
     * @throws RegistryException when a column is not the model's, or the registry cannot be written
     * @throws io.attune.scoring.ModelException when the file is no MOJO that can be served
     */
    public Path run(Path mojo, String name, Map<String, String> features) {
        Path home = registry.resolve(name);
        int version = IntStream.iterate(1, number -> number + 1)
                .filter(number -> !Files.exists(home.resolve(String.valueOf(number))))
                .findFirst()
                .orElseThrow();
        return run(mojo, name, features, String.valueOf(version));
    }

    /**
     * Writes a version of a model that is not there yet.
     *
     * @param features our feature by the column of the model that reads it; the others are called as the column is
     * @return its folder
     * @throws RegistryException when a column is not the model's, or the registry cannot be written
     * @throws io.attune.scoring.ModelException when the file is no MOJO that can be served
     */
    public Path run(Path mojo, String name, Map<String, String> features, String version) {
        ForeignModel model = ForeignModel.read(mojo);
        features.keySet().stream()
                .filter(column -> !model.columns().contains(column))
                .findFirst()
                .ifPresent(column -> {
                    throw new RegistryException(mojo + " has no column " + column + "; it reads " + model.columns());
                });
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
            throw new RegistryException("the name \"" + name
                    + "\" cannot be a model's: use letters, digits, dots, hyphens and underscores");
        }
        Path folder = registry.resolve(name).resolve(version);
        try {
            Files.createDirectories(folder);
            Files.copy(mojo, folder.resolve("model.zip"));
            Files.writeString(folder.resolve("card.json"), card(model, name, version, mojo, features));
            return folder;
        } catch (IOException failed) {
            throw new RegistryException(folder + " cannot be written: " + failed.getMessage(), failed);
        }
    }

    private String card(ForeignModel model, String name, String version, Path mojo, Map<String, String> features) {
        ObjectMapper json = new ObjectMapper();
        ObjectNode card = json.createObjectNode();
        card.put("schema", 1)
                .put("model", name)
                .put("version", version)
                .put("algorithm", model.algorithm())
                .put("description", "Imported from " + mojo.getFileName())
                .put("digest", model.digest())
                // It states no statistics, so all that can be asked of a row is that half of it is there.
                .put("minimumFeatures", (model.columns().size() + 1) / 2)
                .put("importedAt", clock.instant().toString());
        ObjectNode columns = card.putObject("columns");
        model.columns().forEach(column -> columns.put(column, features.getOrDefault(column, column)));
        // By these it scores a table, as a model does that was trained from one.
        model.label().ifPresent(label -> {
            card.set("label", json.valueToTree(label));
            card.set("frame", json.valueToTree(model.recipe(features)));
        });
        return card.toPrettyString() + "\n";
    }
}
