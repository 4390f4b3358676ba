package io.attune.jmx;

import io.attune.identity.MatchJob;
import io.attune.identity.MatchRun;
import java.util.Optional;
import java.util.function.Function;

/** Reads the newest run, and asks for one. */
record MatchRunBean(MatchJob job) implements MatchRunView {
    @Override
    public String getStarted() {
        return text(run -> run.startedAt().toString());
    }

    @Override
    public String getActor() {
        return text(MatchRun::actor);
    }

    @Override
    public String getPhase() {
        return text(MatchRun::phase);
    }

    @Override
    public long getDone() {
        return number(MatchRun::done);
    }

    @Override
    public long getTotal() {
        return number(MatchRun::total);
    }

    @Override
    public long getJoined() {
        return number(MatchRun::joined);
    }

    @Override
    public long getReviewed() {
        return number(MatchRun::reviewed);
    }

    @Override
    public String getProblem() {
        return text(run -> run.message().orElse(""));
    }

    @Override
    public String start(String source) {
        Optional<String> only = Optional.ofNullable(source).map(String::strip).filter(name -> !name.isEmpty());
        return job.request(only, Caller.name()).id().toString();
    }

    private String text(Function<MatchRun, String> field) {
        return newest().map(field).orElse("");
    }

    private long number(Function<MatchRun, Long> field) {
        return newest().map(field).orElse(0L);
    }

    private Optional<MatchRun> newest() {
        return job.runs(1).stream().findFirst();
    }
}
