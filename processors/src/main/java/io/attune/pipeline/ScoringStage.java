package io.attune.pipeline;

import io.attune.database.Database;
import io.attune.score.ScoringService;

/** Third stage (bean {@code scoring}): what every model's champion says of the live profiles. Thread-safe. */
public final class ScoringStage {
    private final Stage stage;
    private final ScoringService scoring;

    public ScoringStage(Database database, ScoringService scoring) {
        this.stage = new Stage("score", database);
        this.scoring = scoring;
    }

    public ScoredBatch score(FeaturedBatch batch) {
        return stage.run(handle -> new ScoredBatch(batch, scoring.score(handle, batch.vectors())));
    }
}
