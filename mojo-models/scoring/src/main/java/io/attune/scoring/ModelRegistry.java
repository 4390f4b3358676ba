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
 * The versions in use of a registry folder: {@code <model>/<version>/{model.zip,card.json}}; {@code <model>/champion}, a
 * text file that names the version that scores; and {@code <model>/challengers}, where there is one, a text file that names,
 * a line each, versions that score in its shadow.
 *
 * <p>A version that cannot be loaded never hides the others and never replaces one that was loaded before: it is listed in
 * {@link #problems()} until it is mended. Safe to share between threads; a change swaps all at once.
 */
public final class ModelRegistry {
    private static final String VERSION = "[A-Za-z0-9][A-Za-z0-9._-]*";

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

    /** Reads the folder again. A model that is broken now keeps the scorers that it had. */
    public synchronized void reload() {
        Map<String, Served> models = new TreeMap<>();
        List<ModelProblem> problems = new ArrayList<>();
        for (String model : models(problems)) {
            models.put(model, load(model, Map.of(), problems));
        }
        snapshot = new Snapshot(Map.copyOf(models), List.copyOf(problems));
    }

    /**
     * Reads one model's folder again, and takes versions that are prepared already as they are.
     *
     * @param prepared loaded before, by version
     */
    public synchronized void reload(String model, Map<String, Scorer> prepared) {
        Map<String, Served> models = new TreeMap<>(snapshot.models);
        List<ModelProblem> problems = new ArrayList<>();
        models.put(model, load(model, prepared, problems));
        snapshot.problems.stream()
                .filter(problem -> !problem.model().equals(model))
                .forEach(problems::add);
        snapshot = new Snapshot(Map.copyOf(models), List.copyOf(problems));
    }

    /** The version of a model that is in use. */
    public Optional<Scorer> champion(String model) {
        return Optional.ofNullable(snapshot.models.get(model)).flatMap(Served::champion);
    }

    /** Every model's version in use. */
    public Collection<Scorer> champions() {
        return snapshot.models.values().stream()
                .flatMap(served -> served.champion().stream())
                .toList();
    }

    /** The versions of a model that score in the champion's shadow. */
    public List<Scorer> challengers(String model) {
        return Optional.ofNullable(snapshot.models.get(model))
                .map(Served::challengers)
                .orElse(List.of());
    }

    /** The champion, where there is one, and the challengers. */
    public List<Scorer> loaded(String model) {
        return Stream.concat(champion(model).stream(), challengers(model).stream())
                .toList();
    }

    /** The models of the folder that have no version that scores. */
    public List<String> unserved() {
        return snapshot.models.entrySet().stream()
                .filter(entry -> entry.getValue().champion().isEmpty())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
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

    private Served load(String model, Map<String, Scorer> prepared, List<ModelProblem> problems) {
        Optional<Scorer> champion =
                attempt(model, () -> version(model, championVersion(model), prepared), champion(model), problems);
        List<Scorer> challengers = new ArrayList<>();
        for (String version : challengerVersions(model, problems)) {
            boolean scoresAlready = champion.filter(
                            scorer -> scorer.card().version().equals(version))
                    .isPresent();
            if (!scoresAlready) {
                attempt(model, () -> version(model, version, prepared), challenger(model, version), problems)
                        .ifPresent(challengers::add);
            }
        }
        return new Served(champion, List.copyOf(challengers));
    }

    private Optional<Scorer> attempt(
            String model, Loading loading, Optional<Scorer> before, List<ModelProblem> problems) {
        try {
            return Optional.of(loading.load());
        } catch (ModelException e) {
            problems.add(new ModelProblem(model, e.code(), e.getMessage()));
            return before;
        }
    }

    private Optional<Scorer> challenger(String model, String version) {
        return challengers(model).stream()
                .filter(scorer -> scorer.card().version().equals(version))
                .findFirst();
    }

    private Scorer version(String model, String version, Map<String, Scorer> prepared) {
        Scorer ready = prepared.get(version);
        return ready == null ? ModelVersion.load(folder.resolve(model).resolve(version)) : ready;
    }

    private String championVersion(String model) {
        Path file = folder.resolve(model).resolve("champion");
        try {
            return named(file, Files.readString(file).strip());
        } catch (IOException e) {
            throw new ModelException(
                    ModelException.Code.CHAMPION_MISSING,
                    file + " cannot be read: write into it the version to use, such as 1",
                    e);
        }
    }

    private List<String> challengerVersions(String model, List<ModelProblem> problems) {
        Path file = folder.resolve(model).resolve("challengers");
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .map(line -> named(file, line))
                            .toList()
                    : List.of();
        } catch (IOException | ModelException e) {
            problems.add(new ModelProblem(model, ModelException.Code.CHALLENGERS_UNREADABLE, e.getMessage()));
            return List.of();
        }
    }

    private static String named(Path file, String version) {
        if (version.matches(VERSION)) {
            return version;
        }
        throw new ModelException(
                ModelException.Code.CHAMPION_MISSING,
                file + " says \"" + version + "\": it must name a version, which is a folder beside it, such as 1");
    }

    private interface Loading {
        Scorer load();
    }

    private record Served(Optional<Scorer> champion, List<Scorer> challengers) {}

    private record Snapshot(Map<String, Served> models, List<ModelProblem> problems) {}
}
