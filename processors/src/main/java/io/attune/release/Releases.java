package io.attune.release;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.database.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Records what this node runs, and knows what the others run (bean {@code releases}). Thread-safe. */
public final class Releases {
    private final Database database;
    private final Path home;
    private final String node;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();
    private volatile Manifest current;

    public Releases(Database database, Path home, String node, Clock clock) {
        this.database = database;
        this.home = home;
        this.node = node;
        this.clock = clock;
        this.current = Manifest.of(home);
    }

    /** Hash of the release that this node runs: what every score and decision names. */
    public String current() {
        return current.hash();
    }

    /** Reads the definitions anew, and records what they are as what this node runs. */
    public Manifest activate() {
        Manifest manifest = Manifest.of(home);
        Instant now = clock.instant();
        ObjectNode files = json.createObjectNode();
        manifest.files().forEach(files::put);
        database.useTransaction(handle -> {
            handle.createUpdate("""
                            insert into release (release_hash, manifest, created_at)
                            values (:hash, cast(:manifest as jsonb), :now) on conflict do nothing
                            """)
                    .bind("hash", manifest.hash())
                    .bind("manifest", files.toString())
                    .bind("now", now)
                    .execute();
            handle.createUpdate("""
                            insert into node_release as old (node_name, release_hash, activated_at, seen_at)
                            values (:node, :hash, :now, :now)
                            on conflict (node_name) do update set release_hash = excluded.release_hash,
                              seen_at = excluded.seen_at,
                              activated_at = case when old.release_hash = excluded.release_hash
                                then old.activated_at else excluded.activated_at end
                            """)
                    .bind("node", node)
                    .bind("hash", manifest.hash())
                    .bind("now", now)
                    .execute();
        });
        current = manifest;
        return manifest;
    }

    /** What every node said that it runs, by node: a node that differs degrades health. */
    public Map<String, String> ofNodes() {
        return database.inHandle(handle -> handle.createQuery("select node_name, release_hash from node_release")
                .reduceResultSet(new HashMap<>(), (releases, row, context) -> {
                    releases.put(row.getString("node_name"), row.getString("release_hash"));
                    return releases;
                }));
    }
}
