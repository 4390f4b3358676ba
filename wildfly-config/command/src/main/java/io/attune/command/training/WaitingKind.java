package io.attune.command.training;

import java.util.Set;

/** The time until the next purchase; the hub scores everybody with the median of the days. */
final class WaitingKind implements ModelKind {
    private static final String TRAINER = "io.attune.trainer.hazard.HazardTrainer";

    @Override
    public Set<String> names() {
        return Set.of("days_to_next_purchase");
    }

    @Override
    public String schema() {
        return "days_to_next_purchase.schema.json";
    }

    @Override
    public boolean scoresProfiles() {
        return true;
    }

    @Override
    public void train(TrainingRun run) throws InterruptedException {
        FrameTraining.train(run, TRAINER);
    }
}
