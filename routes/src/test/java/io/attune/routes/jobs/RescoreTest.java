package io.attune.routes.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RescoreTest extends LeaderJobRoutes {
    private final Job upkeep = new Job();

    RescoreTest() {
        super("rescore", "rescore");
    }

    @Override
    Map<String, Job> others() {
        return Map.of("upkeep", upkeep);
    }

    @Test
    void scoresNobodyByTheFeaturesOfAnUpkeepThatFailed() {
        upkeep.fail();
        assertThat(tick().getException()).as("handled").isNull();
        assertThat(job.runs()).isZero();

        upkeep.recover();
        tick();
        assertThat(job.runs()).isEqualTo(1);
    }
}
