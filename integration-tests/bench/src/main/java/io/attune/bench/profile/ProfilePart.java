package io.attune.bench.profile;

import io.attune.bench.Comparison;
import io.attune.bench.Part;
import io.attune.bench.Topic;
import io.attune.bench.Workbench;
import io.attune.database.Migrations;
import io.attune.database.PooledDataSource;
import io.attune.ingest.KeyedRecord;
import io.attune.it.environment.Folders;
import io.attune.sandbox.Sandbox;
import io.attune.sandbox.SandboxOptions;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/**
 * Records a second through the profile route with one consumer, against {@link WriteLoop}, on the sandbox's Kafka and
 * PostgreSQL. Both read a topic that is full, into tables that are empty, the same rows in as many transactions.
 */
public final class ProfilePart implements Part {
    @Override
    public List<Comparison> measure(Workbench workbench) {
        Path folder = Folders.fresh(workbench.folder().resolve("profile"));
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.in(folder.resolve("sandbox")));
                PooledDataSource dataSource = pool(sandbox)) {
            Migrations.migrate(dataSource);
            Map<String, String> keys = keys(workbench.root(), folder, sandbox);
            List<KeyedRecord> records =
                    PopulationRecords.of(workbench.root().resolve("connectors-config"), Instant.now());
            try (RouteInProcess route = new RouteInProcess(workbench.root(), keys, dataSource)) {
                return measure(workbench, sandbox, dataSource, route, records);
            }
        } catch (Exception failed) {
            throw new IllegalStateException("the profile route could not be measured", failed);
        }
    }

    private static List<Comparison> measure(
            Workbench workbench,
            Sandbox sandbox,
            PooledDataSource dataSource,
            RouteInProcess route,
            List<KeyedRecord> records)
            throws Exception {
        Jdbi database = Jdbi.create(dataSource);
        String brokers = sandbox.kafka().bootstrapServers();
        RouteTurns routeTurns = new RouteTurns(route, new Topic(brokers, "attune.records"), records, database);
        Topic topic = Topic.create(brokers, "attune.bench");
        List<RecordedTransaction> transactions = routeTurns.record();
        List<Double> attune = new ArrayList<>();
        List<Double> loop = new ArrayList<>();
        try (WriteLoop baseline = new WriteLoop(topic, dataSource, transactions)) {
            for (int turn = 0; turn < workbench.turns(); turn++) {
                double ofRoute = routeTurns.take();
                Tables.empty(database);
                topic.fill(records);
                double ofLoop = records.size() * 1e9 / baseline.run().toNanos();
                if (workbench.counts(turn)) {
                    attune.add(ofRoute);
                    loop.add(ofLoop);
                }
                workbench.progress().show("profile route", turn + 1L, workbench.turns());
            }
        }
        String writes = String.format(
                Locale.ROOT,
                "loop that writes the same %,d rows in %d transactions",
                transactions.stream().mapToInt(RecordedTransaction::rows).sum(),
                transactions.size());
        return List.of(new Comparison(
                String.format(Locale.ROOT, "%,d records through the profile route, 1 consumer", records.size()),
                "records/s",
                attune,
                writes,
                loop));
    }

    private static PooledDataSource pool(Sandbox sandbox) {
        Map<String, String> keys = sandbox.hubConfiguration();
        return new PooledDataSource(keys.get("attune.database.url") + "?user=" + keys.get("attune.database.user")
                + "&password=" + keys.get("attune.database.password"));
    }

    private static Map<String, String> keys(Path root, Path folder, Sandbox sandbox) {
        Map<String, String> keys = new HashMap<>(sandbox.hubConfiguration());
        keys.put("attune.home", root.toString());
        keys.put("attune.data", folder.resolve("hub").toString());
        keys.put("attune.profile.consumers", "1");
        return keys;
    }
}
