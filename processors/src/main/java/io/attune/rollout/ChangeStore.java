package io.attune.rollout;

import io.attune.database.Database;
import io.attune.rollout.ModelChange.NodeProgress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The tables {@code model_change}, {@code model_change_node} and {@code node_presence}. Thread-safe. */
final class ChangeStore {
    /** A node that has said nothing for so long is not waited for; it catches up when it is back. */
    private static final String GONE = "interval '10 seconds'";

    private static final String CHANGES = """
            select c.change_id, c.model, c.version, c.action, v.digest, c.state, c.reason, c.actor, c.started_at
            from model_change c join model_version v using (model, version)
            """;

    private final Database database;
    private final Clock clock;

    ChangeStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Notes that a node lives. */
    void present(String node) {
        database.useTransaction(
                handle -> handle.createUpdate("""
                        insert into node_presence (node_name, seen_at) values (:node, now())
                        on conflict (node_name) do update set seen_at = now()
                        """).bind("node", node).execute());
    }

    /** Nodes that live. */
    Set<String> living() {
        return database.inHandle(
                handle -> handle.createQuery("select node_name from node_presence where seen_at > now() - " + GONE)
                        .mapTo(String.class)
                        .set());
    }

    /** Begins a change; empty when another one of the model is being prepared. */
    Optional<Long> begin(String model, String version, ChangeAction action, String actor) {
        Instant now = clock.instant();
        return database.inTransaction(handle -> {
            Optional<Long> id = handle.createQuery("""
                            insert into model_change (model, version, action, state, actor, started_at)
                            values (:model, :version, :action, 'preparing', :actor, :now)
                            on conflict (model) where state = 'preparing' do nothing
                            returning change_id
                            """)
                    .bind("model", model)
                    .bind("version", version)
                    .bind("action", action.id())
                    .bind("actor", actor)
                    .bind("now", now)
                    .mapTo(Long.class)
                    .findOne();
            id.ifPresent(begun -> handle.createUpdate("""
                            insert into audit (at, actor, action, subject, detail)
                            values (:now, :actor, :action, :subject, jsonb_build_object('change', :change))
                            """)
                    .bind("now", now)
                    .bind("actor", actor)
                    .bind("action", "model " + action.id())
                    .bind("subject", model + " " + version)
                    .bind("change", begun)
                    .execute());
            return id;
        });
    }

    /** Decides a change that is being prepared; one that is decided stays as it is. */
    void decide(long change, String state, Optional<String> reason) {
        database.useTransaction(handle -> handle.createUpdate("""
                        update model_change set state = :state, reason = :reason, decided_at = :now
                        where change_id = :change and state = 'preparing'
                        """)
                .bind("state", state)
                .bind("reason", reason)
                .bind("now", clock.instant())
                .bind("change", change)
                .execute());
    }

    /** Gives up changes whose coordinator is gone. */
    void abandon() {
        database.useTransaction(
                handle -> handle.createUpdate("""
                        update model_change c
                        set state = 'failed', decided_at = :now,
                            reason = 'the node that asked for it went away before all had prepared it; ask again'
                        where state = 'preparing' and started_at < cast(:now as timestamptz) - interval '5 minutes'
                        """).bind("now", clock.instant()).execute());
    }

    /** Notes what a node came to when it prepared a version. */
    void prepared(long change, String node, Optional<String> problem) {
        note(change, node, problem, "prepared_at");
    }

    /** Notes what a node came to when it was to use a version. */
    void activated(long change, String node, Optional<String> problem) {
        note(change, node, problem, "activated_at");
    }

    private void note(long change, String node, Optional<String> problem, String column) {
        database.useTransaction(handle -> handle.createUpdate("""
                        insert into model_change_node as old (change_id, node_name, %1$s, problem)
                        values (:change, :node, case when :problem::text is null then cast(:now as timestamptz) end, :problem)
                        on conflict (change_id, node_name) do update
                          set %1$s = excluded.%1$s, problem = excluded.problem
                        """.formatted(column))
                .bind("change", change)
                .bind("node", node)
                .bind("problem", problem)
                .bind("now", clock.instant())
                .execute());
    }

    /** Changes that a node has not said a word about yet. */
    List<ModelChange> toPrepare(String node) {
        return database.inHandle(handle -> list(handle, CHANGES + """
                where c.state = 'preparing' and not exists (
                  select from model_change_node n where n.change_id = c.change_id and n.node_name = :node)
                order by c.change_id
                """, Map.of("node", node)));
    }

    /** Decided changes that a node has not made yet, the oldest first. */
    List<ModelChange> toActivate(String node) {
        return database.inHandle(handle -> list(handle, CHANGES + """
                where c.state = 'active' and not exists (
                  select from model_change_node n
                  where n.change_id = c.change_id and n.node_name = :node and n.activated_at is not null)
                order by c.change_id
                """, Map.of("node", node)));
    }

    ModelChange find(long change) {
        return database.inHandle(
                handle -> list(handle, CHANGES + "where c.change_id = :change", Map.of("change", change))
                        .get(0));
    }

    /** The newest changes, the newest first. */
    List<ModelChange> newest(int limit) {
        return database.inHandle(
                handle -> list(handle, CHANGES + "order by c.change_id desc limit :limit", Map.of("limit", limit)));
    }

    /** Of every model, the last change, if it failed. */
    List<ModelChange> lastOnesThatFailed() {
        return database.inHandle(handle -> list(handle, CHANGES + """
                where c.state = 'failed' and not exists (
                  select from model_change later where later.model = c.model and later.change_id > c.change_id)
                order by c.model
                """, Map.of()));
    }

    private static List<ModelChange> list(Handle handle, String sql, Map<String, ?> parameters) {
        List<ModelChange> changes = handle.createQuery(sql)
                .bindMap(parameters)
                .map((row, context) -> change(row))
                .list();
        Map<Long, List<NodeProgress>> nodes =
                nodes(handle, changes.stream().map(ModelChange::id).toList());
        return changes.stream()
                .map(change -> with(change, nodes.getOrDefault(change.id(), List.of())))
                .toList();
    }

    private static Map<Long, List<NodeProgress>> nodes(Handle handle, Collection<Long> changes) {
        Map<Long, List<NodeProgress>> nodes = new HashMap<>();
        if (!changes.isEmpty()) {
            handle.createQuery("""
                            select change_id, node_name, prepared_at, activated_at, problem from model_change_node
                            where change_id = any(:changes) order by node_name
                            """)
                    .bindArray("changes", Long.class, changes)
                    .map((row, context) -> Map.entry(row.getLong("change_id"), progress(row)))
                    .forEach(entry -> nodes.computeIfAbsent(entry.getKey(), any -> new ArrayList<>())
                            .add(entry.getValue()));
        }
        return nodes;
    }

    private static ModelChange change(ResultSet row) throws SQLException {
        return new ModelChange(
                row.getLong("change_id"),
                row.getString("model"),
                row.getString("version"),
                ChangeAction.of(row.getString("action")),
                row.getString("digest"),
                row.getString("state"),
                Optional.ofNullable(row.getString("reason")),
                row.getString("actor"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                List.of());
    }

    private static ModelChange with(ModelChange change, List<NodeProgress> nodes) {
        return new ModelChange(
                change.id(),
                change.model(),
                change.version(),
                change.action(),
                change.digest(),
                change.state(),
                change.reason(),
                change.actor(),
                change.startedAt(),
                nodes);
    }

    private static NodeProgress progress(ResultSet row) throws SQLException {
        return new NodeProgress(
                row.getString("node_name"),
                moment(row, "prepared_at"),
                moment(row, "activated_at"),
                Optional.ofNullable(row.getString("problem")));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
