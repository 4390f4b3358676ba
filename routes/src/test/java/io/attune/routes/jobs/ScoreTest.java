package io.attune.routes.jobs;

class ScoreTest extends LeaderJobRoutes {
    ScoreTest() {
        super("score", "nightly");
    }
}
