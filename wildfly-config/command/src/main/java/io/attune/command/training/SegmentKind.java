package io.attune.command.training;

import java.util.Set;

/** Groups of people who are alike; the hub scores everybody with the number of the group. */
final class SegmentKind implements ModelKind {
    private static final String TRAINER = "io.attune.trainer.segments.SegmentTrainer";

    @Override
    public Set<String> names() {
        return Set.of("segments");
    }

    @Override
    public String schema() {
        return "segments.schema.json";
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
