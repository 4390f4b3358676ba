package io.attune.health;

import io.attune.boot.Parts;
import io.attune.configuration.KafkaConfiguration;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Up while the Kafka cluster answers within two seconds. */
@Readiness
@ApplicationScoped
public class KafkaReady extends Check {
    private static final int PATIENCE_MILLIS = 2_000;

    private Admin admin;

    KafkaReady() {
        super("kafka");
    }

    @Override
    HealthCheckResponseBuilder look(Parts parts, HealthCheckResponseBuilder answer) throws Exception {
        int nodes = admin(parts.configuration().kafka())
                .describeCluster(new DescribeClusterOptions().timeoutMs(PATIENCE_MILLIS))
                .nodes()
                .get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                .size();
        return answer.up().withData("brokers", nodes);
    }

    private synchronized Admin admin(KafkaConfiguration kafka) {
        if (admin == null) {
            admin = Admin.create(Map.of(
                    AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                    kafka.brokers(),
                    AdminClientConfig.CLIENT_ID_CONFIG,
                    "attune-health"));
        }
        return admin;
    }

    @PreDestroy
    synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ofMillis(PATIENCE_MILLIS));
        }
    }
}
