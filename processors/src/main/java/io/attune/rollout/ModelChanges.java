package io.attune.rollout;

import io.attune.database.Database;
import io.attune.registry.Gates;
import io.attune.registry.RegistryFolder;
import io.attune.scoring.ModelRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** The part of a node that makes changes of models, and follows those that other nodes ask for. Thread-safe. */
public final class ModelChanges {
    private static final long EVERY_MILLIS = 500;

    private final ModelFollower follower;
    private final ModelRollout rollout;

    /**
     * For one node.
     *
     * @param folder the registry's
     * @param registry that scores from it
     * @param changed told when the files of the registry have changed
     */
    public ModelChanges(
            Database database, Path folder, ModelRegistry registry, String node, Runnable changed, Clock clock) {
        RegistryFolder versionsHere = new RegistryFolder(folder, new Gates(System::nanoTime), clock);
        VersionStore versions = new VersionStore(database, clock);
        ChangeStore changes = new ChangeStore(database, clock);
        ModelFiles files = new ModelFiles(folder, versionsHere, versions);
        follower = new ModelFollower(changes, files, versionsHere, registry, node, changed, clock);
        rollout = new ModelRollout(versionsHere, versions, changes, files, follower, clock);
    }

    /** Follows from now on, until the executor ends. */
    public ScheduledFuture<?> start(ScheduledExecutorService executor) {
        return executor.scheduleWithFixedDelay(follower::look, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    public ModelRollout rollout() {
        return rollout;
    }

    /** Makes what is to be made now, as the clock lets it every half second. */
    public void follow() {
        follower.follow();
    }
}
