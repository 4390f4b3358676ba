package io.attune.jmx;

import io.attune.nightly.NightlyScoring;
import io.attune.nightly.ScoreRun;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** Reads the newest run, and begins one. */
record ScoreRunBean(NightlyScoring nightly) implements ScoreRunView {
    @Override
    public String getStarted() {
        return nightly.newest().map(run -> run.startedAt().toString()).orElse("");
    }

    @Override
    public String getFinished() {
        return nightly.newest()
                .flatMap(ScoreRun::finishedAt)
                .map(Object::toString)
                .orElse("");
    }

    @Override
    public double getPercent() {
        return decimal(ScoreRun::percent);
    }

    @Override
    public long getProfiles() {
        return number(ScoreRun::profiles);
    }

    @Override
    public long getProfilesDone() {
        return number(ScoreRun::profilesDone);
    }

    @Override
    public long getScored() {
        return number(ScoreRun::scored);
    }

    @Override
    public long getDeclined() {
        return number(ScoreRun::declined);
    }

    @Override
    public double getPerSecond() {
        return decimal(ScoreRun::perSecond);
    }

    @Override
    public String[] getNodes() {
        return nightly.newest().stream()
                .flatMap(run -> new TreeMap<>(run.chunksOfNodes()).entrySet().stream())
                .map(node -> node.getKey() + " " + node.getValue())
                .toArray(String[]::new);
    }

    @Override
    public String getProblem() {
        return nightly.newest().flatMap(ScoreRun::problem).orElse("");
    }

    @Override
    public String start() {
        return nightly.start(Caller.name()).id().toString();
    }

    private long number(ToLongFunction<ScoreRun> field) {
        Optional<ScoreRun> run = nightly.newest();
        return run.isPresent() ? field.applyAsLong(run.get()) : 0;
    }

    private double decimal(ToDoubleFunction<ScoreRun> field) {
        Optional<ScoreRun> run = nightly.newest();
        return run.isPresent() ? field.applyAsDouble(run.get()) : 0;
    }
}
