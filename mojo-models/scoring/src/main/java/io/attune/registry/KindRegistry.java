package io.attune.registry;

import io.attune.scoring.ModelException;
import io.attune.scoring.ModelProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The champions, among the models of a registry folder, of one kind that is no MOJO: {@code <model>/kind} names the kind, and
 * {@code <model>/champion} the version in use. A model without a champion is not in use yet, which is no problem.
 *
 * <p>As in {@link io.attune.scoring.ModelRegistry}, a version that fails to load never hides the others and never replaces one
 * that was loaded before. Safe to share between threads; {@link #reload()} swaps all at once.
 *
 * @param <T> what serves a version
 */
public final class KindRegistry<T> {
    private final Path folder;
    private final String kind;
    private final Function<Path, T> loader;
    private volatile Snapshot<T> snapshot = new Snapshot<>(Map.of(), List.of());

    private KindRegistry(Path folder, String kind, Function<Path, T> loader) {
        this.folder = folder;
        this.kind = kind;
        this.loader = loader;
    }

    /**
     * Reads the champions of a kind.
     *
     * @param loader of a version's folder, which throws a {@link ModelException} for what cannot be used
     */
    public static <T> KindRegistry<T> open(Path folder, String kind, Function<Path, T> loader) {
        KindRegistry<T> registry = new KindRegistry<>(folder, kind, loader);
        registry.reload();
        return registry;
    }

    /** Reads the folder again. A model that is broken now keeps what it had. */
    public synchronized void reload() {
        Map<String, T> champions = new TreeMap<>();
        List<ModelProblem> problems = new ArrayList<>();
        for (String model : models(problems)) {
            try {
                version(model).map(loader).ifPresent(loaded -> champions.put(model, loaded));
            } catch (ModelException e) {
                problems.add(new ModelProblem(model, e.code(), e.getMessage()));
                champion(model).ifPresent(previous -> champions.put(model, previous));
            }
        }
        snapshot = new Snapshot<>(Map.copyOf(champions), List.copyOf(problems));
    }

    /** What serves a model. */
    public Optional<T> champion(String model) {
        return Optional.ofNullable(snapshot.champions.get(model));
    }

    /** What serves each model of the kind. */
    public Collection<T> champions() {
        return snapshot.champions.values();
    }

    /** What could not be loaded, and what to do about it; empty when all is well. */
    public List<ModelProblem> problems() {
        return snapshot.problems;
    }

    private List<String> models(List<ModelProblem> problems) {
        try (Stream<Path> entries = Files.list(folder)) {
            List<String> models = new ArrayList<>();
            for (Path entry : entries.filter(Files::isDirectory).sorted().toList()) {
                Path file = entry.resolve("kind");
                if (Files.exists(file) && Files.readString(file).strip().equals(kind)) {
                    models.add(entry.getFileName().toString());
                }
            }
            return models;
        } catch (IOException e) {
            problems.add(new ModelProblem(
                    "",
                    ModelException.Code.REGISTRY_MISSING,
                    folder + " cannot be listed: attune.home must hold mojo-models/registry (" + e.getMessage() + ")"));
            return List.of();
        }
    }

    private Optional<Path> version(String model) {
        Path file = folder.resolve(model).resolve("champion");
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            String version = Files.readString(file).strip();
            if (version.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
                return Optional.of(folder.resolve(model).resolve(version));
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

    private record Snapshot<T>(Map<String, T> champions, List<ModelProblem> problems) {}
}
