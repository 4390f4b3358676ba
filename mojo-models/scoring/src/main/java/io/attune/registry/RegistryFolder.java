package io.attune.registry;

import io.attune.scoring.ModelCard;
import io.attune.scoring.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A registry folder as one changes it: which versions there are, which one scores, and what a version must show first.
 */
public final class RegistryFolder {
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";

    private final Path folder;
    private final Gates gates;
    private final Clock clock;
    private final Map<Path, Verified> problems = new ConcurrentHashMap<>();

    public RegistryFolder(Path folder, Gates gates, Clock clock) {
        this.folder = folder;
        this.gates = gates;
        this.clock = clock;
    }

    /** Every version of every model, of those kinds that are MOJOs, in the order of names and age. */
    public List<VersionSummary> versions() {
        List<VersionSummary> summaries = new ArrayList<>();
        for (String model : names(folder)) {
            for (String version : names(folder.resolve(model))) {
                if (Files.exists(folder.resolve(model).resolve(version).resolve("model.zip"))
                        || Files.exists(folder.resolve(model).resolve(version).resolve("card.json"))) {
                    summary(model, version).ifPresent(summaries::add);
                }
            }
        }
        return summaries;
    }

    /** The names of a model's versions, whatever is in them; none when there is no such model. */
    public List<String> versionNames(String model) {
        return model.matches(NAME) && Files.isDirectory(folder.resolve(model))
                ? names(folder.resolve(model))
                : List.of();
    }

    /** The card of a version. */
    public ModelCard card(String model, String version) {
        return ModelCard.read(version(model, version).resolve("card.json"));
    }

    /** What a version shows at the gates, compared with the champion of now. */
    public List<Gate> gates(String model, String version) {
        return gates.judge(version(model, version), championCard(model, version));
    }

    /**
     * Lets a version score, if it passes every gate.
     *
     * @throws RegistryException when it does not; the champion stays
     */
    public void promote(String model, String version) {
        List<Gate> failed =
                gates(model, version).stream().filter(gate -> !gate.passed()).toList();
        if (!failed.isEmpty()) {
            throw new RegistryException(model + " " + version + " was not promoted: " + failed);
        }
        activate(model, version, clock.instant());
    }

    /**
     * Lets a version score whatever the gates of metric, calibration and latency say; it must load all the same.
     *
     * @throws RegistryException when it does not load
     */
    public void promoteAnyway(String model, String version) {
        requireLoads(model, version);
        activate(model, version, clock.instant());
    }

    /**
     * Goes back to the version that scored before the champion.
     *
     * @return that version
     * @throws RegistryException when there is none, or it does not load any more
     */
    public String rollback(String model) {
        String version = previous(model);
        requireLoads(model, version);
        activate(model, version, clock.instant());
        return version;
    }

    /**
     * The version that scored before the champion.
     *
     * @throws RegistryException when there is none
     */
    public String previous(String model) {
        return notes(model)
                .previous()
                .orElseThrow(() -> new RegistryException("no version of " + model + " scored before "
                        + champion(model).orElse("any other") + "; name one with: attune models promote " + model
                        + " VERSION"));
    }

    /** The version that scores. */
    public Optional<String> champion(String model) {
        return notes(model).champion();
    }

    private Optional<VersionSummary> summary(String model, String version) {
        boolean champion = champion(model).filter(version::equals).isPresent();
        try {
            ModelCard card = card(model, version);
            String auc = new JudgedRows(card)
                    .auc().stream()
                            .mapToObj(figure -> String.format(Locale.ROOT, "%.4f", figure))
                            .findFirst()
                            .orElse("");
            String trainedAt = card.document().path("trainedAt").asText();
            return card.digest().startsWith("sha256:")
                    ? Optional.of(new VersionSummary(
                            model, version, champion, card.algorithm(), auc, trainedAt, problem(model, version)))
                    : Optional.empty();
        } catch (ModelException broken) {
            return Files.exists(model(model).resolve("kind"))
                    ? Optional.empty()
                    : Optional.of(new VersionSummary(model, version, champion, "", "", "", broken.getMessage()));
        }
    }

    // Asked for every version whenever somebody looks at the list, and a file that has not changed is as it was.
    private String problem(String model, String version) {
        Path file = version(model, version).resolve("model.zip");
        try {
            String state =
                    Files.getLastModifiedTime(file) + " " + Files.getLastModifiedTime(file.resolveSibling("card.json"));
            return problems.compute(
                            file,
                            (path, known) -> known != null && known.state.equals(state)
                                    ? known
                                    : new Verified(state, verify(model, version)))
                    .problem;
        } catch (IOException missing) {
            return verify(model, version);
        }
    }

    private record Verified(String state, String problem) {}

    private String verify(String model, String version) {
        return StoredVersion.problem(version(model, version));
    }

    private Optional<ModelCard> championCard(String model, String challenger) {
        return champion(model).filter(version -> !version.equals(challenger)).map(version -> card(model, version));
    }

    private void requireLoads(String model, String version) {
        String problem = problem(model, version);
        if (!problem.isEmpty()) {
            throw new RegistryException(model + " " + version + " was not promoted: " + problem);
        }
    }

    /**
     * Names a version as the champion, without looking at it. Once more for the same version and moment changes nothing.
     *
     * @param at what the history notes; nodes that make one change note one moment
     */
    public void activate(String model, String version, Instant at) {
        notes(model).activate(version, at);
    }

    /** The versions that score in the champion's shadow. */
    public List<String> challengers(String model) {
        return notes(model).challengers();
    }

    /** Names the versions that score in the champion's shadow, without looking at them. */
    public void challenge(String model, List<String> versions) {
        notes(model).challenge(versions);
    }

    /** The folder of a version that is there. */
    public Path folderOf(String model, String version) {
        return version(model, version);
    }

    /** Whether the registry holds a version. */
    public boolean holds(String model, String version) {
        return model.matches(NAME)
                && version.matches(NAME)
                && Files.isDirectory(folder.resolve(model).resolve(version));
    }

    private VersionNotes notes(String model) {
        return new VersionNotes(model(model));
    }

    private Path model(String model) {
        if (!model.matches(NAME) || !Files.isDirectory(folder.resolve(model))) {
            throw new RegistryException("there is no model " + model + " in " + folder + "; it has " + names(folder));
        }
        return folder.resolve(model);
    }

    private Path version(String model, String version) {
        Path path = model(model).resolve(version);
        if (!version.matches(NAME) || !Files.isDirectory(path)) {
            throw new RegistryException(
                    "there is no version " + version + " of " + model + "; it has " + names(model(model)));
        }
        return path;
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory)
                    .map(entry -> entry.getFileName().toString())
                    .filter(name -> name.matches(NAME))
                    .sorted(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()))
                    .toList();
        } catch (IOException failed) {
            throw new RegistryException(folder + " cannot be listed: " + failed.getMessage(), failed);
        }
    }
}
