package io.attune.hub;

import io.attune.identity.Corrections;
import io.attune.identity.IdentityResolver;
import io.attune.identity.MatchJob;
import io.attune.identity.Reviews;
import io.attune.identity.matching.MatchingDefinitionReader;
import io.attune.identity.matching.StoreMatching;
import io.attune.identity.probable.KeyedHashes;
import io.attune.identity.probable.Models;
import io.attune.identity.probable.ProbableMatching;
import io.attune.identity.probable.StoredPersons;
import io.attune.profile.AttributeStorage;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Who is who: by identifiers, by matching, and by what people decide. */
public final class IdentityWay {
    private final IdentityResolver resolver;
    private final Reviews reviews;
    private final Corrections corrections;
    private final Models models;
    private final MatchJob job;
    private final AttributeStorage attributes;

    IdentityWay(Foundation foundation) {
        Clock clock = foundation.surroundings.clock();
        KeyedHashes hashes = new KeyedHashes(foundation.encryption);
        StoreMatching matching = new StoreMatching(
                MatchingDefinitionReader.read(foundation.definition("connectors-config/matching.yaml")), hashes);
        StoredPersons persons = new StoredPersons(foundation.encryption);
        models = new Models(foundation.encryption, matching, clock);
        ProbableMatching probable = new ProbableMatching(matching, persons, hashes, models);
        resolver = new IdentityResolver(
                foundation.persons.get().identity(),
                foundation::attributes,
                foundation.encryption,
                Optional.of(probable),
                foundation.surroundings.ids());
        reviews = new Reviews(foundation.database, probable, clock, foundation.memory::outdate);
        corrections = new Corrections(foundation.database, clock, foundation.memory::outdate);
        job = new MatchJob(
                foundation.database,
                foundation.connections::open,
                probable,
                resolver,
                clock,
                foundation.memory::outdate);
        attributes = new AttributeStorage(foundation.database, foundation.encryption, foundation::attributes, clock);
    }

    Map<String, Object> beans() {
        return Map.of(
                "corrections", corrections, "reviews", reviews, "identityMatching", job, "attributes", attributes);
    }

    IdentityResolver resolver() {
        return resolver;
    }

    public Reviews reviews() {
        return reviews;
    }

    public Corrections corrections() {
        return corrections;
    }

    public MatchJob job() {
        return job;
    }

    public Models models() {
        return models;
    }
}
