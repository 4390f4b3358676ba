package io.attune.hub;

import io.attune.crypto.Encryption;
import io.attune.database.Database;
import io.attune.feature.FeatureService;
import io.attune.feature.FeatureUpkeep;
import io.attune.identity.ProfileSearch;
import io.attune.inference.Inference;
import io.attune.leadership.Leadership;
import io.attune.lookup.FeatureLookup;
import io.attune.memory.ProfileMemory;
import io.attune.nightly.NightlyScoring;
import io.attune.pipeline.RejectReplay;
import io.attune.profile.ProfileStore;
import io.attune.release.Releases;
import io.attune.rescore.RescoreJob;
import io.attune.rollout.ModelRollout;
import io.attune.score.Explainer;
import io.attune.score.ScoringService;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The composition root: builds every part of the hub from what its process gives it. Make it, bind {@link #beans()} in Camel's registry,
 * load the routes, then {@link #start()}. Thread-safe once made.
 */
public final class Hub implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Hub.class);

    private final Foundation foundation;
    private final ProfileWay profileWay;
    private final KindsWay kinds;
    private final MessageWay messageWay;
    private final RescoreJob rescore;
    private final IngestWay ingest;
    private final FeatureLookup lookup;
    private final IdentityWay identity;
    private final Connectors connectors;
    private final Map<String, Object> beans = new HashMap<>();
    private final Deque<AutoCloseable> started = new ArrayDeque<>();

    public Hub(Surroundings surroundings) {
        foundation = new Foundation(surroundings);
        kinds = new KindsWay(foundation);
        profileWay = new ProfileWay(foundation, kinds);
        SalesforceWay salesforce = new SalesforceWay(foundation);
        messageWay = new MessageWay(foundation, profileWay, kinds, salesforce);
        rescore = profileWay.rescore(messageWay);
        ingest = new IngestWay(foundation);
        lookup = new FeatureLookup(
                foundation.database, foundation.memory, new ProfileSearch(foundation.encryption), profileWay.features);
        identity = new IdentityWay(foundation);
        beans.putAll(profileWay.beans(identity.resolver()));
        beans.putAll(ingest.beans());
        connectors = new Connectors(foundation.definition("connectors-config"), readers());
        beans.putAll(messageWay.beans());
        beans.putAll(foundation.quality.beans());
        beans.putAll(salesforce.beans());
        beans.put("rescore", rescore);
        beans.put("leadership", foundation.leadership);
        beans.put("releases", foundation.releases);
        beans.putAll(identity.beans());
    }

    /** What reads a part of connectors-config again. */
    private List<Runnable> readers() {
        PersonSettings persons = new PersonSettings(foundation, messageWay, identity.resolver(), ingest.mappings);
        return Stream.concat(ingest.readers().stream(), Stream.of(persons::reread, foundation.quality::reread))
                .toList();
    }

    /** The beans that routes name. */
    public Map<String, Object> beans() {
        return Map.copyOf(beans);
    }

    /** Begins to lead, and records what this node runs. */
    public void start() {
        foundation.releases.activate();
        profileWay.upkeep.begin();
        foundation.leadership.start(executor("leadership"));
        started.push(foundation.leadership);
        ScheduledFuture<?> following = profileWay.models.start(executor("models"));
        started.push(() -> following.cancel(false));
        started.push(foundation.quality.start());
        messageWay.signal.start();
        started.push(messageWay.signal);
    }

    private ScheduledExecutorService executor(String name) {
        ScheduledExecutorService executor = foundation
                .surroundings
                .camel()
                .getExecutorServiceManager()
                .newSingleThreadScheduledExecutor(this, name);
        started.push(executor::shutdownNow);
        return executor;
    }

    @Override
    public void close() {
        while (!started.isEmpty()) {
            AutoCloseable part = started.pop();
            try {
                part.close();
            } catch (Exception e) {
                LOG.warn("A part of the hub did not stop in order", e);
            }
        }
    }

    /** What serves the models that score nobody. */
    public KindsWay kinds() {
        return kinds;
    }

    /**
     * Reads segments, campaigns and templates again; what is broken changes nothing.
     *
     * @throws io.attune.definition.DefinitionException with every mistake in every file
     */
    public void rereadCampaigns() {
        messageWay.reread();
    }

    /**
     * Reads mappings, their schemas, rules about records and lists of domains again; what is broken changes nothing.
     *
     * @throws io.attune.error.AttuneException with what is wrong
     */
    public void rereadMappings() {
        ingest.mappings.reread();
    }

    public Connectors connectors() {
        return connectors;
    }

    public Database database() {
        return foundation.database;
    }

    public Encryption encryption() {
        return foundation.encryption;
    }

    public ProfileStore profiles() {
        return foundation.profiles;
    }

    public ProfileMemory memory() {
        return foundation.memory;
    }

    public Leadership leadership() {
        return foundation.leadership;
    }

    public Releases releases() {
        return foundation.releases;
    }

    public FeatureService features() {
        return profileWay.features;
    }

    public FeatureUpkeep upkeep() {
        return profileWay.upkeep;
    }

    public FeatureLookup lookup() {
        return lookup;
    }

    public ScoringService scoring() {
        return profileWay.scoring;
    }

    /** Changes of which version of a model scores. */
    public ModelRollout models() {
        return profileWay.models.rollout();
    }

    /** Runs over everybody. */
    public NightlyScoring nightly() {
        return profileWay.nightly;
    }

    /** Says why models say what they say. */
    public Explainer explainer() {
        return profileWay.explainer;
    }

    public Inference inference() {
        return profileWay.inference;
    }

    public RescoreJob rescore() {
        return rescore;
    }

    public RejectReplay rejects() {
        return ingest.rejects;
    }

    /** Takes in what a warehouse knows of people. */
    public WarehouseRows warehouseRows() {
        return ingest.warehouseRows;
    }

    public QualityWay quality() {
        return foundation.quality;
    }

    public IdentityWay identity() {
        return identity;
    }
}
