package io.attune.delivery.projection;

import static io.attune.delivery.OutboxFixture.POLICY;

import io.attune.consent.Channel;
import io.attune.consent.SuppressionStore;
import io.attune.database.PostgresDatabase;
import io.attune.delivery.OutboxFixture;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Projections over a real database. */
final class ProjectionFixture {

    final OutboxFixture outbox;
    final ProjectionStore store;
    final Projections projections;
    private final PostgresDatabase postgres;

    ProjectionFixture(PostgresDatabase postgres, Path folder) {
        this.postgres = postgres;
        this.outbox = new OutboxFixture(postgres, folder);
        this.store = new ProjectionStore(outbox.encryption);
        this.projections = new Projections(
                postgres.database(),
                store,
                outbox.gate,
                outbox.addresses,
                new SuppressionStore(),
                POLICY,
                outbox.backOff,
                outbox.clock);
    }

    int want(Channel channel, UUID profile, DesiredState state) {
        return postgres.database()
                .inTransaction(handle -> store.want(handle, channel, Map.of(profile, state), outbox.clock.instant()));
    }

    static DesiredState state(double churn, String... segments) {
        return new DesiredState(
                List.of(segments),
                new TreeMap<>(Map.of("churn", churn)),
                new TreeMap<>(Map.of("given_name", "Ada", "language", "en")),
                true,
                false);
    }

    String row(Channel channel, UUID profile) {
        return postgres.database()
                .inHandle(handle -> handle.createQuery("select state || coalesce(' ' || reason, '') from projection"
                                + " where channel = :channel and profile_id = :profile")
                        .bind("channel", channel.id())
                        .bind("profile", profile)
                        .mapTo(String.class)
                        .one());
    }
}
