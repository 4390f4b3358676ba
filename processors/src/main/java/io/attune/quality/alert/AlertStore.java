package io.attune.quality.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Alerts in the database. Stateless and thread-safe; joins the caller's transaction. */
final class AlertStore {
    private static final String COLUMNS = """
            select alert_id, name, source, figure, kind, field, reason, value, limit_value, opened_at, seen_at, closed_at, told
            from quality_alert
            """;

    Optional<Alert> open(Handle handle, AlertRule rule, String source) {
        return handle.createQuery(COLUMNS + """
                         where name = :name and source = :source and kind = :kind and field = :field and closed_at is null
                        """)
                .bind("name", rule.name())
                .bind("source", source)
                .bind("kind", rule.kind())
                .bind("field", rule.field())
                .map(AlertStore::read)
                .findOne();
    }

    List<Alert> open(Handle handle) {
        return handle.createQuery(COLUMNS + " where closed_at is null order by opened_at, name, source")
                .map(AlertStore::read)
                .list();
    }

    List<Alert> newest(Handle handle, int most) {
        return handle.createQuery(COLUMNS + " order by opened_at desc, name, source limit :most")
                .bind("most", most)
                .map(AlertStore::read)
                .list();
    }

    /** Alerts of whose present end the webhook does not know; one that opened and closed unseen is told as closed. */
    List<Alert> untold(Handle handle, int most) {
        return handle.createQuery(COLUMNS + """
                         where told is distinct from case when closed_at is null then 'opened' else 'closed' end
                         order by opened_at limit :most
                        """)
                .bind("most", most)
                .map(AlertStore::read)
                .list();
    }

    void told(Handle handle, UUID alert, String state) {
        handle.createUpdate("update quality_alert set told = :state where alert_id = :alert")
                .bind("state", state)
                .bind("alert", alert)
                .execute();
    }

    boolean insert(Handle handle, UUID id, AlertRule rule, String source, Finding finding, Instant now) {
        return handle.createUpdate("""
                        insert into quality_alert
                          (alert_id, name, source, figure, kind, field, reason, value, limit_value, opened_at, seen_at)
                        values (:id, :name, :source, :figure, :kind, :field, :reason, :value, :limit, :now, :now)
                        on conflict do nothing
                        """)
                        .bind("id", id)
                        .bind("name", rule.name())
                        .bind("source", source)
                        .bind("figure", rule.figure().code())
                        .bind("kind", rule.kind())
                        .bind("field", rule.field())
                        .bind("reason", finding.reason())
                        .bind("value", finding.value())
                        .bind("limit", finding.limit())
                        .bind("now", now)
                        .execute()
                > 0;
    }

    /** Notes that it is as bad as before, or worse. */
    void seen(Handle handle, UUID alert, Finding finding, Instant now) {
        handle.createUpdate("""
                        update quality_alert set value = :value, limit_value = :limit, seen_at = :now, calm = 0
                        where alert_id = :alert
                        """)
                .bind("value", finding.value())
                .bind("limit", finding.limit())
                .bind("now", now)
                .bind("alert", alert)
                .execute();
    }

    /** Notes a calm evaluation; the alert closes at the last of so many. Answers whether it did. */
    boolean calm(Handle handle, UUID alert, int closeAfter, Instant now) {
        return handle.createQuery("""
                        update quality_alert set calm = calm + 1,
                          closed_at = case when calm + 1 >= :enough then cast(:now as timestamptz) end
                        where alert_id = :alert and closed_at is null returning closed_at is not null
                        """)
                .bind("enough", closeAfter)
                .bind("now", now)
                .bind("alert", alert)
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false);
    }

    private static Alert read(ResultSet row, StatementContext context) throws SQLException {
        return new Alert(
                row.getObject("alert_id", UUID.class),
                row.getString("name"),
                row.getString("source"),
                row.getString("figure"),
                row.getString("kind"),
                row.getString("field"),
                row.getString("reason"),
                row.getDouble("value"),
                row.getDouble("limit_value"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getObject("seen_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("closed_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString("told")));
    }
}
