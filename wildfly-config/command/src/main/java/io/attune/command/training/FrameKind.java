package io.attune.command.training;

import java.util.Set;

/**
 * Kinds that H2O learns from an exported frame; the hub scores everybody with them.
 *
 * @param trainer the trainer's main class
 */
record FrameKind(Set<String> names, String schema, String trainer) implements ModelKind {

    /** Yes, no or an amount, of a person's feature vector. */
    static FrameKind vectors() {
        return new FrameKind(
                Set.of(
                        "churn",
                        "purchase_propensity",
                        "cart_completion",
                        "click_propensity",
                        "high_value",
                        "lifetime_value"),
                "model.schema.json",
                "io.attune.trainer.vector.VectorTrainer");
    }

    /** Groups of people who are alike; the score is the number of the group. */
    static FrameKind segments() {
        return new FrameKind(Set.of("segments"), "segments.schema.json", "io.attune.trainer.segments.SegmentTrainer");
    }

    /** The time until the next purchase; the score is the median of the days. */
    static FrameKind waiting() {
        return new FrameKind(
                Set.of("days_to_next_purchase"),
                "days_to_next_purchase.schema.json",
                "io.attune.trainer.hazard.HazardTrainer");
    }

    @Override
    public boolean scoresProfiles() {
        return true;
    }

    @Override
    public void train(TrainingRun run) throws InterruptedException {
        FrameTraining.train(run, trainer);
    }
}
