package io.attune.memory;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.hazelcast.config.EvictionPolicy;
import com.hazelcast.config.MapConfig;
import com.hazelcast.config.MaxSizePolicy;
import com.hazelcast.core.HazelcastException;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.HazelcastInstanceNotActiveException;
import com.hazelcast.map.IMap;
import io.attune.crypto.Encryption;
import io.attune.database.Database;
import io.attune.error.AttuneException;
import io.attune.monitoring.PipelineMeters;
import io.attune.profile.ProfileStore;
import io.attune.profile.ProfileView;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hot profiles and vectors, shared by all nodes (bean {@code memory}). Written after the commit only, and never with something older than
 * what is there; a reader may see what was true a moment ago. Whatever fails here falls back on the database. Thread-safe.
 */
public final class ProfileMemory {
    private static final Logger LOG = LoggerFactory.getLogger(ProfileMemory.class);
    private static final String PROFILES = "profiles";
    private static final String VECTORS = "vectors";
    private static final int ENTRIES = 100_000;

    private final Database database;
    private final ProfileStore store;
    private final Encryption encryption;
    private final PipelineMeters meters;
    private final IMap<UUID, Versioned> profiles;
    private final IMap<UUID, Versioned> vectors;
    private final VectorLoader loader = new VectorLoader();
    private final ObjectMapper json =
            new ObjectMapper().registerModule(new Jdk8Module()).registerModule(new JavaTimeModule());

    public ProfileMemory(
            HazelcastInstance hazelcast,
            Database database,
            ProfileStore store,
            Encryption encryption,
            PipelineMeters meters) {
        this.database = database;
        this.store = store;
        this.encryption = encryption;
        this.meters = meters;
        List.of(PROFILES, VECTORS).forEach(name -> hazelcast.getConfig().addMapConfig(bounded(name)));
        this.profiles = hazelcast.getMap(PROFILES);
        this.vectors = hazelcast.getMap(VECTORS);
    }

    private static MapConfig bounded(String name) {
        MapConfig config = new MapConfig(name);
        config.getEvictionConfig()
                .setEvictionPolicy(EvictionPolicy.LRU)
                .setMaxSizePolicy(MaxSizePolicy.PER_NODE)
                .setSize(ENTRIES);
        return config;
    }

    /** The profile, of memory or else of the database; merged ones are followed to their survivor. */
    public Optional<ProfileView> profile(UUID profile) {
        return held(profiles, profile, ProfileView.class).or(() -> load(profile));
    }

    /** The vector and the scores, of memory or else of the database. */
    public Optional<HotVector> vector(UUID profile) {
        return held(vectors, profile, HotVector.class)
                .or(() -> Optional.ofNullable(loadVectors(List.of(profile)).get(profile)))
                .or(() -> load(profile).map(ProfileMemory::vector));
    }

    /**
     * The vectors and scores of many, of memory or else of the database. By the profile that was asked for; a merged one answers
     * with its survivor, and one whose features were never computed is absent.
     */
    public Map<UUID, HotVector> vectors(Collection<UUID> wanted) {
        Map<UUID, HotVector> found = new HashMap<>(held(wanted));
        found.putAll(loadVectors(
                wanted.stream().filter(profile -> !found.containsKey(profile)).toList()));
        return found;
    }

    private Map<UUID, HotVector> held(Collection<UUID> wanted) {
        Map<UUID, HotVector> held = new HashMap<>();
        try {
            for (Map.Entry<UUID, Versioned> entry :
                    vectors.getAll(new HashSet<>(wanted)).entrySet()) {
                if (entry.getValue().hasContent()) {
                    held.put(entry.getKey(), opened(entry.getValue(), HotVector.class));
                }
            }
        } catch (HazelcastException | HazelcastInstanceNotActiveException | AttuneException | IOException e) {
            meters.memoryFailed();
            LOG.warn("The shared memory did not answer; the database is read instead: {}", e.getMessage());
        }
        return held;
    }

    private Map<UUID, HotVector> loadVectors(Collection<UUID> wanted) {
        Map<UUID, HotVector> loaded = database.inHandle(handle -> loader.load(handle, wanted));
        Map<UUID, Versioned> offered = new HashMap<>();
        loaded.values()
                .forEach(vector -> offered.put(vector.profile(), new Versioned(vector.version(), sealed(vector))));
        write(vectors, offered);
        return loaded;
    }

    /** Takes in what a committed batch computed, and marks the profiles themselves as changed. */
    public void refresh(Collection<HotVector> computed, Map<UUID, Long> versions) {
        Map<UUID, Versioned> outdated = new HashMap<>();
        versions.forEach((profile, version) -> outdated.put(profile, Versioned.outdated(version)));
        Map<UUID, Versioned> offered = new HashMap<>(outdated);
        computed.forEach(vector -> offered.put(vector.profile(), new Versioned(vector.version(), sealed(vector))));
        write(profiles, outdated);
        write(vectors, offered);
    }

    /** Holds no more what is older than the database's of some profiles, as after a merge or its undoing. */
    public void outdate(Collection<UUID> changed) {
        if (changed.isEmpty()) {
            return;
        }
        Map<UUID, Long> versions = database.inHandle(handle -> handle.createQuery(
                        "select profile_id, version from profile where profile_id = any(:changed)")
                .bindArray("changed", UUID.class, changed)
                .reduceResultSet(new HashMap<>(), (read, row, context) -> {
                    read.put(row.getObject("profile_id", UUID.class), row.getLong("version"));
                    return read;
                }));
        refresh(List.of(), versions);
    }

    /** Holds nobody any more, as after a change of everybody that no version tells of; the database is read instead. */
    public void forget() {
        try {
            profiles.clear();
            vectors.clear();
        } catch (HazelcastException | HazelcastInstanceNotActiveException e) {
            meters.memoryFailed();
            LOG.warn("The shared memory still holds what was before: {}", e.getMessage());
        }
    }

    private Optional<ProfileView> load(UUID profile) {
        Optional<ProfileView> view = database.inHandle(
                handle -> store.current(handle, profile).flatMap(current -> store.view(handle, current)));
        view.ifPresent(loaded -> {
            write(profiles, Map.of(loaded.profile(), new Versioned(loaded.version(), sealed(loaded))));
            write(vectors, Map.of(loaded.profile(), new Versioned(loaded.version(), sealed(vector(loaded)))));
        });
        return view;
    }

    private static HotVector vector(ProfileView view) {
        return new HotVector(view.profile(), view.version(), view.changedAt(), view.features(), view.scores());
    }

    private void write(IMap<UUID, Versioned> map, Map<UUID, Versioned> values) {
        if (values.isEmpty()) {
            return;
        }
        try {
            map.executeOnKeys(values.keySet(), new NewerWins(values));
        } catch (HazelcastException | HazelcastInstanceNotActiveException e) {
            meters.memoryFailed();
            LOG.warn(
                    "The shared memory did not take {} entries; the database is read instead: {}",
                    values.size(),
                    e.getMessage());
        }
    }

    private <T> Optional<T> held(IMap<UUID, Versioned> map, UUID profile, Class<T> type) {
        try {
            Versioned held = map.get(profile);
            return held == null || !held.hasContent() ? Optional.empty() : Optional.of(opened(held, type));
        } catch (HazelcastException | HazelcastInstanceNotActiveException | AttuneException | IOException e) {
            meters.memoryFailed();
            LOG.warn("The shared memory did not answer; the database is read instead: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private <T> T opened(Versioned held, Class<T> type) throws IOException {
        return json.readValue(encryption.decryptBytes(held.content(), type.getSimpleName()), type);
    }

    private byte[] sealed(Object value) {
        try {
            return encryption.encrypt(
                    json.writeValueAsBytes(value), value.getClass().getSimpleName());
        } catch (IOException e) {
            throw new IllegalStateException("a view of a profile could not be written as JSON", e);
        }
    }
}
