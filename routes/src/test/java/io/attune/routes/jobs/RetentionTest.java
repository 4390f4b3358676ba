package io.attune.routes.jobs;

class RetentionTest extends LeaderJobRoutes {
    RetentionTest() {
        super("retention", "ledger");
    }
}
