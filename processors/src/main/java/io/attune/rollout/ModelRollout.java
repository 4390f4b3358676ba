package io.attune.rollout;

import io.attune.error.AttuneException;
import io.attune.error.ErrorCategory;
import io.attune.registry.Gate;
import io.attune.registry.RegistryException;
import io.attune.registry.RegistryFolder;
import io.attune.registry.VersionSummary;
import io.attune.rollout.ModelChange.NodeProgress;
import io.attune.scoring.ModelCard;
import io.attune.scoring.ModelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Changes which version of a model scores, on every node: each prepares the version and says so; when all that live have,
 * all use it; when one cannot, nothing changes anywhere and the change says why. Thread-safe.
 */
public final class ModelRollout {
    /** How long nodes may take to fetch and verify a version. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final long PAUSE = Duration.ofMillis(50).toNanos();

    private final RegistryFolder folder;
    private final VersionStore versions;
    private final ChangeStore changes;
    private final ModelFiles files;
    private final ModelFollower follower;
    private final Clock clock;

    ModelRollout(
            RegistryFolder folder,
            VersionStore versions,
            ChangeStore changes,
            ModelFiles files,
            ModelFollower follower,
            Clock clock) {
        this.folder = folder;
        this.versions = versions;
        this.changes = changes;
        this.files = files;
        this.follower = follower;
        this.clock = clock;
    }

    /** Every version that this node holds, of those kinds that are MOJOs. */
    public List<VersionSummary> list() {
        return folder.versions();
    }

    /** The version that scores. */
    public Optional<String> champion(String model) {
        return refusing(() -> folder.champion(model));
    }

    /** The versions that score in the champion's shadow. */
    public List<String> challengers(String model) {
        return refusing(() -> folder.challengers(model));
    }

    /** The card of a version. */
    public ModelCard card(String model, String version) {
        return refusing(() -> folder.card(model, version));
    }

    /** The card of a version as a page, if the training wrote one. */
    public Optional<Path> page(String model, String version) {
        Path page = refusing(() -> folder.folderOf(model, version)).resolve("card.html");
        return Files.isRegularFile(page) ? Optional.of(page) : Optional.empty();
    }

    /** What a version shows at the gates, compared with the champion of now. */
    public List<Gate> gates(String model, String version) {
        return refusing(() -> folder.gates(model, version));
    }

    /**
     * Gives every node a version, which does not score yet.
     *
     * @param content the zip of a version's files, or a MOJO that H2O trained elsewhere
     * @param digest of the content, where the sender named it
     * @param features our feature by the column of a MOJO that reads it
     * @throws AttuneException when it is damaged or cannot score; nothing has changed then
     */
    public ModelChange upload(
            String model, byte[] content, Optional<String> digest, Map<String, String> features, String actor) {
        if (!model.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
            throw new AttuneException(
                    "MODEL_NAME_BAD",
                    ErrorCategory.DATA,
                    "A model's name has letters, digits, dots, hyphens and underscores, 100 at most.");
        }
        ModelUpload upload = ModelUpload.read(model, content, digest, features, taken(model), files.incoming(), clock);
        versions.keep(model, upload.version(), upload.digest(), upload.archive(), actor);
        return roll(model, upload.version(), ChangeAction.UPLOAD, actor);
    }

    /**
     * Lets a version score.
     *
     * @param force even if a gate other than loading fails
     * @throws AttuneException when a gate fails, or a node cannot prepare it; the champion stays
     */
    public ModelChange promote(String model, String version, boolean force, String actor) {
        List<Gate> failed = gates(model, version).stream()
                .filter(gate -> !gate.passed())
                .filter(gate -> !force || gate.name().equals("loads"))
                .toList();
        if (!failed.isEmpty()) {
            throw new AttuneException(
                    "GATES_FAILED",
                    ErrorCategory.USER,
                    model + " " + version + " was not promoted, "
                            + failed.stream().map(Gate::toString).collect(Collectors.joining("; ")));
        }
        return publishAndRoll(model, version, ChangeAction.PROMOTE, actor);
    }

    /** Lets the version score that did before the champion. */
    public ModelChange rollback(String model, String actor) {
        String version = refusing(() -> folder.previous(model));
        return publishAndRoll(model, version, ChangeAction.ROLLBACK, actor);
    }

    /** Lets a version score in the champion's shadow. */
    public ModelChange challenge(String model, String version, String actor) {
        return publishAndRoll(model, version, ChangeAction.CHALLENGE, actor);
    }

    /** Lets a version score in the shadow no more. */
    public ModelChange retire(String model, String version, String actor) {
        if (!challengers(model).contains(version)) {
            throw new AttuneException(
                    "CHALLENGER_UNKNOWN",
                    ErrorCategory.USER,
                    version + " is no challenger of " + model + "; there are " + challengers(model));
        }
        return publishAndRoll(model, version, ChangeAction.RETIRE, actor);
    }

    /** The newest changes, the newest first. */
    public List<ModelChange> changes(int limit) {
        return changes.newest(limit);
    }

    /** What did not come about, in sentences for health: failed changes that no later one mended. */
    public List<String> problems() {
        return changes.lastOnesThatFailed().stream()
                .map(change -> change.action().id() + " of " + change.model() + " " + change.version()
                        + " changed nothing: " + change.reason().orElse(""))
                .toList();
    }

    private ModelChange publishAndRoll(String model, String version, ChangeAction action, String actor) {
        Path home = refusing(() -> folder.folderOf(model, version));
        String digest = card(model, version).digest();
        versions.keep(model, version, digest, VersionArchive.of(home), actor);
        return roll(model, version, action, actor);
    }

    private ModelChange roll(String model, String version, ChangeAction action, String actor) {
        long id = changes.begin(model, version, action, actor)
                .orElseThrow(() -> new AttuneException(
                        "CHANGE_UNDER_WAY",
                        ErrorCategory.USER,
                        "Another change of " + model + " is being prepared; ask again when it is done."));
        follower.follow();
        await(id, node -> node.preparedAt().isPresent() || node.problem().isPresent());
        Optional<String> failure = failure(changes.find(id));
        changes.decide(id, failure.isPresent() ? "failed" : "active", failure);
        ModelChange decided = changes.find(id);
        if (decided.state().equals("failed")) {
            throw new AttuneException(
                    "CHANGE_FAILED",
                    ErrorCategory.USER,
                    action.id() + " of " + model + " " + version + " changed nothing: "
                            + decided.reason().orElse(""));
        }
        follower.follow();
        await(id, node -> node.activatedAt().isPresent() || node.problem().isPresent());
        return changes.find(id);
    }

    /** Waits until every node that lives has said what is asked for, or patience ends. */
    private void await(long id, Predicate<NodeProgress> said) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!silent(changes.find(id), said).isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE);
        }
    }

    private Set<String> silent(ModelChange change, Predicate<NodeProgress> said) {
        Set<String> silent = changes.living();
        change.nodes().stream().filter(said).map(NodeProgress::node).forEach(silent::remove);
        return silent;
    }

    private Optional<String> failure(ModelChange change) {
        List<String> reasons = new ArrayList<>();
        change.nodes().forEach(node -> node.problem().ifPresent(problem -> reasons.add(node.node() + ": " + problem)));
        silent(change, node -> true).forEach(node -> reasons.add(node + " has not prepared it"));
        return reasons.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", reasons));
    }

    private List<String> taken(String model) {
        List<String> taken = new ArrayList<>(versions.versions(model));
        taken.addAll(folder.versionNames(model));
        return taken;
    }

    private static <T> T refusing(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (RegistryException unknown) {
            throw new AttuneException("MODEL_UNKNOWN", ErrorCategory.USER, unknown.getMessage(), unknown);
        } catch (ModelException broken) {
            throw new AttuneException("MODEL_BROKEN", ErrorCategory.USER, broken.getMessage(), broken);
        }
    }
}
