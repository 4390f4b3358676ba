package io.attune.command.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.attune.command.CommandFailure;
import io.attune.definition.Definition;
import io.attune.definition.DefinitionException;
import io.attune.definition.DefinitionProblem;
import io.attune.definition.DefinitionReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The models' definitions. Each is read for itself, so that a broken one is in nobody's way. */
public record DefinedModels(Path definitions, ModelKinds kinds) {

    /** The names of all, in the order of the alphabet. */
    public List<String> names() {
        try (Stream<Path> files = Files.list(definitions.resolve("models"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.substring(0, name.length() - ".yaml".length()))
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new CommandFailure(
                    "the models' definitions cannot be listed in " + definitions + ": " + failed.getMessage(), failed);
        }
    }

    /**
     * Reads one.
     *
     * @throws DefinitionException with every mistake in the file
     * @throws CommandFailure when there is no such file
     */
    public DefinedModel read(String name) {
        Path file = definitions.resolve("models").resolve(name + ".yaml");
        if (!name.matches("[a-z][a-z0-9_]{0,62}") || !Files.isRegularFile(file)) {
            throw new CommandFailure(
                    "there is no model " + name + ": " + file + " does not exist; there are " + names());
        }
        ModelKind kind = kind(file);
        Definition definition = DefinitionReader.withSchema(
                        definitions.resolve("schemas").resolve(kind.schema()))
                .read(file);
        String called = definition.content().path("model").asText();
        if (!called.equals(name)) {
            throw new DefinitionException(List.of(definition.problem(
                    "/model",
                    "the model is called " + called + ", and its file " + name + ".yaml",
                    Optional.of(name))));
        }
        return new DefinedModel(name, kind, definition);
    }

    private ModelKind kind(Path file) {
        String name = kindName(file);
        return kinds.named(name)
                .orElseThrow(() -> new DefinitionException(List.of(new DefinitionProblem(
                        file,
                        1,
                        "kind",
                        (name.isEmpty() ? "the model's kind is missing" : "there is no kind " + name) + "; there are "
                                + kinds.names(),
                        Optional.of("kind: churn")))));
    }

    private static String kindName(Path file) {
        try {
            JsonNode content = new YAMLMapper().readTree(file.toFile());
            return content.path("kind").asText("");
        } catch (IOException broken) {
            throw new DefinitionException(List.of(
                    new DefinitionProblem(file, 1, "", "this is not YAML: " + broken.getMessage(), Optional.empty())));
        }
    }
}
