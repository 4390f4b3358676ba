package io.attune.pipeline;

import io.attune.database.Database;
import io.attune.feature.FeatureService;

/** Second stage (bean {@code features}): day aggregates, and the vectors of live profiles. Thread-safe. */
public final class FeatureStage {
    private final Stage stage;
    private final FeatureService features;

    public FeatureStage(Database database, FeatureService features) {
        this.stage = new Stage("features", database);
        this.features = features;
    }

    public FeaturedBatch update(ResolvedBatch batch) {
        return stage.run(handle -> new FeaturedBatch(batch, features.update(handle, batch.changes(), batch.asOf())));
    }
}
