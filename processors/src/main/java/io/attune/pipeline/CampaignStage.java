package io.attune.pipeline;

import io.attune.campaign.CampaignService;
import io.attune.database.Database;

/** Fifth stage (bean {@code campaigns}): what to write to whom, and what channels should hold. Thread-safe. */
public final class CampaignStage {
    private final Stage stage;
    private final CampaignService campaigns;

    public CampaignStage(Database database, CampaignService campaigns) {
        this.stage = new Stage("decide", database);
        this.campaigns = campaigns;
    }

    public DecidedBatch decide(SegmentedBatch batch) {
        return stage.run(handle -> new DecidedBatch(
                batch,
                campaigns.decide(
                        handle,
                        batch.people(),
                        batch.changes(),
                        batch.resolved().liveEvents(),
                        batch.resolved().asOf())));
    }
}
