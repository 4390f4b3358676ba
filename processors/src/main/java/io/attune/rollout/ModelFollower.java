package io.attune.rollout;

import io.attune.error.AttuneException;
import io.attune.registry.RegistryException;
import io.attune.registry.RegistryFolder;
import io.attune.scoring.ModelException;
import io.attune.scoring.ModelRegistry;
import io.attune.scoring.ModelVersion;
import io.attune.scoring.Scorer;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the changes of the database on this node: looks twice a second, prepares what is being prepared, and uses what all
 * have prepared. What it cannot use it tries again, and meanwhile goes on with what it has. Thread-safe.
 */
final class ModelFollower {
    private static final Logger LOG = LoggerFactory.getLogger(ModelFollower.class);
    private static final Duration HERE = Duration.ofSeconds(3);
    private static final Duration AGAIN = Duration.ofSeconds(30);

    private final ChangeStore changes;
    private final ModelFiles files;
    private final RegistryFolder folder;
    private final ModelRegistry registry;
    private final String node;
    private final Runnable changed;
    private final Clock clock;
    private boolean saidHere;
    private long saidAt;
    private final Map<Long, Scorer> prepared = new HashMap<>();
    private final Map<Long, Instant> failed = new HashMap<>();

    /**
     * Follows for one node.
     *
     * @param changed told when the files of the registry have changed
     */
    ModelFollower(
            ChangeStore changes,
            ModelFiles files,
            RegistryFolder folder,
            ModelRegistry registry,
            String node,
            Runnable changed,
            Clock clock) {
        this.changes = changes;
        this.files = files;
        this.folder = folder;
        this.registry = registry;
        this.node = node;
        this.changed = changed;
        this.clock = clock;
    }

    /** Looks for changes. Never throws, since that would end its schedule. */
    void look() {
        try {
            follow();
        } catch (RuntimeException failure) {
            LOG.warn("Changes of models could not be looked for: {}", failure.getMessage());
        }
    }

    /** Makes what is to be made now. */
    synchronized void follow() {
        sayHere();
        changes.toPrepare(node).forEach(this::prepare);
        List<ModelChange> due = changes.toActivate(node);
        if (due.isEmpty()) {
            prepared.clear();
            return;
        }
        boolean any = false;
        for (ModelChange change : due) {
            if (isSuperseded(change, due)) {
                changes.activated(change.id(), node, Optional.empty());
            } else if (mayTry(change)) {
                any |= activate(change);
            }
        }
        if (any) {
            changed.run();
        }
    }

    private void sayHere() {
        long now = System.nanoTime();
        if (!saidHere || now - saidAt > HERE.toNanos()) {
            changes.present(node);
            changes.abandon();
            saidAt = now;
            saidHere = true;
        }
    }

    private void prepare(ModelChange change) {
        Optional<String> problem = attempt(() -> {
            switch (change.action()) {
                case UPLOAD -> files.fetch(change);
                case PROMOTE, ROLLBACK -> files.load(change).ifPresent(scorer -> prepared.put(change.id(), scorer));
                case CHALLENGE -> prepared.put(change.id(), files.load(change).orElseThrow(() -> scoresNobody(change)));
                case RETIRE -> {
                    // What is to be forgotten need not be whole.
                }
            }
        });
        changes.prepared(change.id(), node, problem);
        problem.ifPresent(reason -> LOG.warn("{} {} cannot be prepared: {}", change.model(), change.version(), reason));
    }

    /** A node that was away needs no champion that another followed. */
    private static boolean isSuperseded(ModelChange change, List<ModelChange> due) {
        return change.action().namesTheChampion()
                && due.stream()
                        .anyMatch(later -> later.id() > change.id()
                                && later.model().equals(change.model())
                                && later.action().namesTheChampion());
    }

    private boolean mayTry(ModelChange change) {
        Instant last = failed.get(change.id());
        return last == null || clock.instant().isAfter(last.plus(AGAIN));
    }

    private boolean activate(ModelChange change) {
        Optional<String> problem = attempt(() -> use(change));
        changes.activated(change.id(), node, problem);
        if (problem.isPresent()) {
            failed.put(change.id(), clock.instant());
            LOG.warn("{} {} is not in use: {}", change.model(), change.version(), problem.get());
            return false;
        }
        failed.remove(change.id());
        LOG.info("{} {}: {}", change.model(), change.version(), change.action().id());
        return true;
    }

    private void use(ModelChange change) {
        String model = change.model();
        String version = change.version();
        if (change.action() == ChangeAction.UPLOAD) {
            files.fetch(change);
            return;
        }
        if (change.action().namesTheChampion() && !ModelVersion.scoresProfiles(files.fetch(change))) {
            folder.activate(model, version, change.startedAt());
            return;
        }
        Map<String, Scorer> ready = new HashMap<>();
        registry.loaded(model).forEach(scorer -> ready.put(scorer.card().version(), scorer));
        if (change.action() != ChangeAction.RETIRE) {
            Scorer known = prepared.remove(change.id());
            ready.put(version, known == null ? files.load(change).orElseThrow() : known);
        }
        Set<String> challengers = new LinkedHashSet<>(folder.challengers(model));
        challengers.remove(version);
        if (change.action() == ChangeAction.CHALLENGE) {
            challengers.add(version);
        }
        if (change.action().namesTheChampion()) {
            folder.activate(model, version, change.startedAt());
        }
        folder.challenge(model, new ArrayList<>(challengers));
        registry.reload(model, ready);
    }

    private static RegistryException scoresNobody(ModelChange change) {
        return new RegistryException(change.model() + " scores nobody, so that none of its versions can score in a"
                + " champion's shadow: promote it, or leave it");
    }

    private static Optional<String> attempt(Runnable work) {
        try {
            work.run();
            return Optional.empty();
        } catch (ModelException | RegistryException | AttuneException | UncheckedIOException broken) {
            return Optional.of(broken.getMessage());
        }
    }
}
