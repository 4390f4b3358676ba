package io.attune.pipeline;

import io.attune.database.Database;
import io.attune.segment.PersonView;
import io.attune.segment.SegmentService;
import java.util.List;

/** Fourth stage (bean {@code segments}): who is in which segment now. Thread-safe. */
public final class SegmentStage {
    private final Stage stage;
    private final PersonViews views;
    private final SegmentService segments;

    public SegmentStage(Database database, PersonViews views, SegmentService segments) {
        this.stage = new Stage("segments", database);
        this.views = views;
        this.segments = segments;
    }

    public SegmentedBatch assign(ScoredBatch batch) {
        return stage.run(handle -> {
            List<PersonView> people = views.of(handle, batch.featured().vectors(), batch.scores());
            return new SegmentedBatch(
                    batch,
                    people,
                    segments.assign(
                            handle,
                            people,
                            batch.resolved().changes().merges(),
                            batch.resolved().asOf()));
        });
    }
}
