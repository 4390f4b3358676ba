package io.attune.command.training;

import java.util.Set;

/** Models that read a person's feature vector: H2O learns them from an exported frame, and the hub serves them as MOJOs. */
final class VectorKind implements ModelKind {
    private static final String TRAINER = "io.attune.trainer.vector.VectorTrainer";

    @Override
    public Set<String> names() {
        return Set.of(
                "churn", "purchase_propensity", "cart_completion", "click_propensity", "high_value", "lifetime_value");
    }

    @Override
    public String schema() {
        return "model.schema.json";
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
