package io.attune.hub;

import com.hazelcast.core.HazelcastInstance;
import io.attune.configuration.Configuration;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;

/**
 * What the hub is given by its process.
 *
 * @param dataSource bound to the transactions of the thread; its database has been migrated
 * @param ids names profiles and deliveries; {@link TimeOrderedIds} outside of tests
 * @param camel started or not; the hub sends through it and takes threads from it
 */
public record Surroundings(
        Configuration configuration,
        DataSource dataSource,
        Clock clock,
        Supplier<UUID> ids,
        HazelcastInstance hazelcast,
        MeterRegistry meters,
        CamelContext camel) {}
