package io.attune.it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.hazelcast.client.HazelcastClient;
import com.hazelcast.client.config.ClientConfig;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import io.attune.command.user.Role;
import io.attune.it.environment.Environment;
import io.attune.it.environment.EnvironmentExtension;
import io.attune.it.load.Crowd;
import io.attune.it.load.RunningLoad;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The shared memory is emptied and made stale under load. It may be wrong for a while, and never makes the truth wrong. */
@ExtendWith(EnvironmentExtension.class)
class SharedMemoryIT {
    private static final List<String> MAPS = List.of("profiles", "vectors");

    private final Environment environment;

    SharedMemoryIT(Environment environment) {
        this.environment = environment;
    }

    @Test
    void survivesAnEmptyAndAStaleMemory() {
        Crowd crowd = Crowds.of("memory", 41);
        HazelcastInstance memory = client();
        try (RunningLoad load = RunningLoad.start(environment, crowd)) {
            load.awaitAccepted(Crowds.RECORDS / 4);
            Map<UUID, Object> old = memory.<UUID, Object>getMap("vectors").getAll(keys(memory));
            load.awaitAccepted(Crowds.RECORDS / 2);
            MAPS.forEach(name -> memory.getMap(name).clear());
            load.awaitAccepted(Crowds.RECORDS * 3 / 4);
            memory.<UUID, Object>getMap("vectors").putAll(old);

            load.awaitBalance();
            Crowds.awaitMessages(environment, crowd);
            assertThat(old).isNotEmpty();
            MAPS.forEach(name -> memory.getMap(name).clear());
            old.keySet().stream().limit(20).forEach(this::readsTheTruth);
        } finally {
            memory.shutdown();
        }
    }

    private static Set<UUID> keys(HazelcastInstance memory) {
        IMap<UUID, Object> vectors = memory.getMap("vectors");
        return vectors.keySet();
    }

    /** What the hub tells of a person is what its database says, whether or not the person was merged into another. */
    private void readsTheTruth(UUID profile) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            JsonNode told = environment.client(Role.ADMIN).get("/v1/profiles/" + profile + "/scores");
            assertThat(told.toString()).contains(survivor(profile));
        });
    }

    private String survivor(UUID profile) {
        return environment
                .database()
                .withHandle(handle -> handle.createQuery(
                                "select coalesce(merged_into, profile_id)::text from profile where profile_id = :profile")
                        .bind("profile", profile)
                        .mapTo(String.class)
                        .one());
    }

    private HazelcastInstance client() {
        ClientConfig config = new ClientConfig().setClusterName("attune");
        config.setProperty("hazelcast.logging.type", "none");
        config.getNetworkConfig().setAddresses(List.of(environment.nodes().firstMemory()));
        return HazelcastClient.newHazelcastClient(config);
    }
}
