package io.attune.hub;

import com.hazelcast.core.HazelcastInstance;
import io.attune.configuration.Configuration;
import io.attune.database.PostgresDatabase;
import io.attune.memory.LocalHazelcast;
import io.attune.pipeline.CampaignStage;
import io.attune.pipeline.FeatureStage;
import io.attune.pipeline.IdentityStage;
import io.attune.pipeline.MemoryStage;
import io.attune.pipeline.RecordBatch;
import io.attune.pipeline.ScoredBatch;
import io.attune.pipeline.ScoringStage;
import io.attune.pipeline.SegmentStage;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.impl.DefaultCamelContext;

/** The hub with the shipped definitions and all stages, without routes, Kafka or server. */
final class WholeHub implements AutoCloseable {
    private final PostgresDatabase postgres;
    private final HazelcastInstance hazelcast;
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final Hub hub;

    WholeHub(PostgresDatabase postgres, Path data, Instant now) {
        this(postgres, data, now, Path.of(".."));
    }

    /** @param home whose definitions it runs */
    WholeHub(PostgresDatabase postgres, Path data, Instant now, Path home) {
        this.postgres = postgres;
        Configuration configuration = Configuration.load(
                Map.of(),
                Map.ofEntries(
                        Map.entry("attune.home", home.toString()),
                        Map.entry("attune.data", data.toString()),
                        Map.entry("attune.database.url", postgres.url()),
                        Map.entry("attune.database.user", "postgres"),
                        Map.entry("attune.mailchimp.url", "http://localhost:1/3.0"),
                        Map.entry("attune.mailchimp.api-key", "key"),
                        Map.entry("attune.mailchimp.list-id", "list"),
                        Map.entry("attune.mailchimp.webhook-secret", "secret")));
        hazelcast = LocalHazelcast.alone("whole-way-test");
        hub = new Hub(new Surroundings(
                configuration,
                postgres.dataSource(),
                Clock.fixed(now, ZoneOffset.UTC),
                UUID::randomUUID,
                hazelcast,
                new SimpleMeterRegistry(),
                camel));
    }

    Hub hub() {
        return hub;
    }

    /** Takes a batch through the transaction and into the shared memory, as the profile routes do. */
    void process(RecordBatch batch) throws Exception {
        Map<String, Object> beans = hub.beans();
        ScoredBatch scored = postgres.transactions().call(() -> {
            var resolved = ((IdentityStage) beans.get("identity")).resolve(batch);
            var featured = ((FeatureStage) beans.get("features")).update(resolved);
            var result = ((ScoringStage) beans.get("scoring")).score(featured);
            ((CampaignStage) beans.get("campaigns")).decide(((SegmentStage) beans.get("segments")).assign(result));
            return result;
        });
        ((MemoryStage) beans.get("memory")).refresh(scored);
    }

    @Override
    public void close() throws Exception {
        hub.close();
        camel.close();
        hazelcast.shutdown();
    }
}
