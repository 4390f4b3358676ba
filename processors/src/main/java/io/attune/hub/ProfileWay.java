package io.attune.hub;

import io.attune.feature.Feature;
import io.attune.feature.FeatureDefinitionReader;
import io.attune.feature.FeatureService;
import io.attune.feature.FeatureUpkeep;
import io.attune.identity.IdentityResolver;
import io.attune.identity.RecordLedger;
import io.attune.inference.Inference;
import io.attune.nightly.NightlyScoring;
import io.attune.pipeline.BatchDispatch;
import io.attune.pipeline.FeatureStage;
import io.attune.pipeline.IdentityStage;
import io.attune.pipeline.LedgerRetention;
import io.attune.pipeline.MemoryStage;
import io.attune.pipeline.RecordParser;
import io.attune.pipeline.ScoringStage;
import io.attune.rescore.Consequences;
import io.attune.rescore.RescoreJob;
import io.attune.rollout.ModelChanges;
import io.attune.score.Explainer;
import io.attune.score.ScoringService;
import io.attune.scoring.ModelRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The stages from a record to its person's scores, and the job that repeats the later ones by time. */
final class ProfileWay {
    final FeatureService features;
    final FeatureUpkeep upkeep;
    final ScoringService scoring;
    final Inference inference;
    final Explainer explainer;
    final ModelChanges models;
    final NightlyScoring nightly;
    private final Foundation foundation;

    /** @param kinds what reads the models that score nobody again when one of them changes */
    ProfileWay(Foundation foundation, KindsWay kinds) {
        this.foundation = foundation;
        var releases = foundation.releases;
        features = new FeatureService(
                FeatureDefinitionReader.read(foundation.definition("mojo-models/definitions")), releases::current);
        upkeep = new FeatureUpkeep(foundation.database, features, releases::current, foundation.surroundings.clock());
        scoring = new ScoringService(
                ModelRegistry.open(foundation.definition("mojo-models/registry")), releases::current);
        inference = new Inference(scoring.registry(), releases::current);
        explainer = new Explainer(scoring.registry(), this::descriptions);
        models = new ModelChanges(
                foundation.database,
                foundation.definition("mojo-models/registry"),
                scoring.registry(),
                foundation.surroundings.configuration().hub().nodeName(),
                () -> {
                    kinds.reload();
                    releases.activate();
                },
                foundation.surroundings.clock());
        nightly = new NightlyScoring(
                foundation.surroundings.hazelcast(),
                foundation.database,
                scoring.registry(),
                releases::current,
                foundation.surroundings.configuration().hub(),
                foundation.memory::forget,
                foundation.surroundings.ids(),
                foundation.surroundings.clock());
    }

    private Map<String, String> descriptions() {
        return features.definitions().features().stream()
                .collect(Collectors.toMap(Feature::name, Feature::description));
    }

    /** The job that repeats the later stages by time. */
    RescoreJob rescore(Consequences consequences) {
        return new RescoreJob(
                foundation.database,
                foundation.profiles,
                features,
                scoring,
                consequences,
                versions -> foundation.memory.refresh(List.of(), versions),
                foundation.surroundings.clock());
    }

    Map<String, Object> beans(IdentityResolver resolver) {
        var database = foundation.database;
        var surroundings = foundation.surroundings;
        var clock = surroundings.clock();
        Map<String, Object> beans = new HashMap<>();
        beans.put("records", new RecordParser(clock));
        beans.put("batches", new BatchDispatch(foundation.meters));
        beans.put(
                "identity",
                new IdentityStage(
                        database, resolver, foundation.rejects, Optional.of(foundation.quality.watch()), clock));
        beans.put("features", new FeatureStage(database, features));
        beans.put("upkeep", upkeep);
        beans.put("scoring", new ScoringStage(database, scoring));
        beans.put("nightly", nightly);
        beans.put("memory", new MemoryStage(foundation.memory, foundation.meters, foundation.releases::current));
        beans.put(
                "ledger",
                new LedgerRetention(
                        database,
                        new RecordLedger(),
                        surroundings.configuration().hub().ledgerRetention(),
                        clock));
        return beans;
    }
}
