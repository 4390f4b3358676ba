package io.attune.identity;

import static io.attune.identity.Records.NOW;

import io.attune.consent.ConsentStore;
import io.attune.crypto.Encryption;
import io.attune.feature.FeatureService;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * What is known of everybody, by entity, so that one course of events can be compared with another.
 *
 * @param people the entities of each
 */
record World(Set<Set<String>> people, Map<String, Object> features, Map<String, Object> consents) {

    static World read(Handle handle, Encryption encryption, FeatureService features) {
        Map<String, UUID> owners = StoredPeople.owners(handle, encryption);
        Set<UUID> profiles = new HashSet<>(owners.values());
        var vectors = features.compute(handle, profiles, NOW);
        var standings = new ConsentStore().standings(handle, profiles, "marketing");
        Map<String, Object> featuresByEntity = new HashMap<>();
        Map<String, Object> consentsByEntity = new HashMap<>();
        owners.forEach((entity, owner) -> {
            featuresByEntity.put(entity, vectors.get(owner));
            consentsByEntity.put(entity, standings.getOrDefault(owner, Map.of()));
        });
        return new World(StoredPeople.read(handle, encryption), featuresByEntity, consentsByEntity);
    }
}
