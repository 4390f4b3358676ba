package io.attune.api;

import io.attune.database.Database;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.time.ZoneOffset;

/** Notes who did what. */
record Audit(Database database, Clock clock) {
    void note(SecurityContext caller, String action, String subject) {
        database.useHandle(handle -> handle.createUpdate(
                        "insert into audit (at, actor, action, subject) values (:at, :actor, :action, :subject)")
                .bind("at", clock.instant().atOffset(ZoneOffset.UTC))
                .bind("actor", caller.getUserPrincipal().getName())
                .bind("action", action)
                .bind("subject", subject)
                .execute());
    }
}
