package io.attune.routes.jobs;

class IdentityTest extends LeaderJobRoutes {
    IdentityTest() {
        super("identity", "identityMatching");
    }
}
