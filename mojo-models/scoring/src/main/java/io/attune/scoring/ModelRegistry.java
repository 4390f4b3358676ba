package io.attune.scoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The champions of a registry folder: {@code <model>/<version>/{model.zip,card.json}}, and {@code <model>/champion}, a
 * text file that names the version in use.
 *
 * <p>A model that cannot be loaded never hides the others and never replaces one that was loaded before: it is listed in
 * {@link #problems()} until it is mended. Safe to share between threads; {@link #reload()} swaps all at once.
 */
public final class ModelRegistry {

    private final Path folder;
    private volatile Snapshot snapshot = new Snapshot(Map.of(), List.of());

    private ModelRegistry(Path folder) {
        this.folder = folder;
    }

    /** Reads the registry in a folder; what is wrong with it is in {@link #problems()}. */
    public static ModelRegistry open(Path folder) {
        ModelRegistry registry = new ModelRegistry(folder);
        registry.reload();
        return registry;
    }

    /** Reads the folder again. A model that is broken now keeps the scorer that it had. */
    public synchronized void reload() {
        Map<String, Scorer> champions = new TreeMap<>();
        List<ModelProblem> problems = new ArrayList<>();
        for (String model : models(problems)) {
            try {
                champions.put(model, load(model));
            } catch (ModelException e) {
                problems.add(new ModelProblem(model, e.code(), e.getMessage()));
                champion(model).ifPresent(previous -> champions.put(model, previous));
            }
        }
        snapshot = new Snapshot(Map.copyOf(champions), List.copyOf(problems));
    }

    /** The version of a model that is in use. */
    public Optional<Scorer> champion(String model) {
        return Optional.ofNullable(snapshot.champions.get(model));
    }

    /** Every model's version in use. */
    public Collection<Scorer> champions() {
        return snapshot.champions.values();
    }

    /** What could not be loaded, and what to do about it; empty when all is well. */
    public List<ModelProblem> problems() {
        return snapshot.problems;
    }

    private List<String> models(List<ModelProblem> problems) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory)
                    .map(entry -> entry.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    // What is no MOJO says so, and has readers of its own.
                    .filter(name -> !Files.exists(folder.resolve(name).resolve("kind")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            problems.add(new ModelProblem(
                    "",
                    ModelException.Code.REGISTRY_MISSING,
                    folder + " cannot be listed: attune.home must hold mojo-models/registry (" + e.getMessage() + ")"));
            return List.of();
        }
    }

    private Scorer load(String model) {
        Path version = folder.resolve(model).resolve(championVersion(model));
        return MojoScorer.load(version);
    }

    private String championVersion(String model) {
        Path file = folder.resolve(model).resolve("champion");
        try {
            String version = Files.readString(file).strip();
            if (version.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
                return version;
            }
            throw new ModelException(
                    ModelException.Code.CHAMPION_MISSING,
                    file + " says \"" + version + "\": it must name a version, which is a folder beside it, such as 1");
        } catch (IOException e) {
            throw new ModelException(
                    ModelException.Code.CHAMPION_MISSING,
                    file + " cannot be read: write into it the version to use, such as 1",
                    e);
        }
    }

    private record Snapshot(Map<String, Scorer> champions, List<ModelProblem> problems) {}
}
